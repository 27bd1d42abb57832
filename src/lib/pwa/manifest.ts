import type { ManifestOptions } from 'vite-plugin-pwa';

/** The web app manifest for an app that lives under `base` (with its final slash). */
export const manifest = (base: string): Partial<ManifestOptions> => ({
	id: base,
	name: 'Who Says What',
	short_name: 'Who Says What',
	description:
		'The Nagorno-Karabakh conflict as five news articles reported it, with every sentence traced to who says it. Works offline.',
	lang: 'en',
	dir: 'ltr',
	start_url: base,
	scope: base,
	display: 'standalone',
	background_color: '#fbf9f5',
	theme_color: '#fbf9f5',
	categories: ['education', 'news'],
	icons: [
		{ src: 'icons/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
		{ src: 'icons/icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
		{ src: 'icons/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
		{ src: 'icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' }
	],
	screenshots: [
		{
			src: 'screenshots/card-narrow.png',
			sizes: '360x740',
			type: 'image/png',
			form_factor: 'narrow',
			label: 'A card, with who says each sentence'
		},
		{
			src: 'screenshots/card-wide.png',
			sizes: '1280x800',
			type: 'image/png',
			form_factor: 'wide',
			label: 'A card with its evidence beside it'
		}
	],
	shortcuts: [
		{ name: 'The modules', url: base },
		{ name: 'The five sources', url: `${base}sources` }
	]
});
