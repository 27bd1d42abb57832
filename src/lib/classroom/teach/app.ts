/** Which build of the app wrote a document. */
export const APP = '0.1';
