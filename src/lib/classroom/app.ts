import { version } from '$app/environment';

/** Which build of the app this is, as documents name it. */
export const APP = version.slice(0, 40);
