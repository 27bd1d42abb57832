/** An empty page that the service worker serves for every address; the client then draws it. */
export const ssr = false;
