/// <reference types="vite-plugin-pwa/vanillajs" />

declare global {
	namespace App {
		interface Error {
			message: string;
		}
	}
}

export {};
