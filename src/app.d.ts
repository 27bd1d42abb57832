/// <reference types="vite-plugin-pwa/vanillajs" />

declare global {
	namespace App {
		interface Error {
			message: string;
		}
	}

	/** The button that was pressed last before scripts ran; app.html notes it. */
	var early: HTMLButtonElement | null | undefined;
}

export {};
