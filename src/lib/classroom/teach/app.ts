import { version } from '$app/environment';

/** Which build of the app wrote a document. */
export const APP = version.slice(0, 40);
