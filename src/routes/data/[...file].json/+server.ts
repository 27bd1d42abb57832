import { error } from '@sveltejs/kit';
import { packFiles } from '#lib/server/pack-files.ts';
import type { RequestHandler } from './$types';

export const prerender = true;

export const entries = () => [...packFiles().keys()].map((file) => ({ file }));

export const GET: RequestHandler = ({ params }) => {
	const text = packFiles().get(params.file);
	if (text === undefined) error(404, 'There is no such page.');
	return new Response(text, { headers: { 'content-type': 'application/json' } });
};
