import { browser } from '$app/environment';

let standing = browser && document.querySelector('#main') !== null;

/**
 * Whether what is drawn now stands in the document as finished HTML, evidence and all, as on a
 * first visit. Pages drawn later draw what is closed only when it is opened.
 */
export const isFinished = () => !browser || standing;

/**
 * The first page is drawn and its scripts run; those that follow are not finished beforehand.
 * A button that was pressed too early is pressed now.
 */
export const firstPageDrawn = () => {
	standing = false;
	document.querySelector('.early')?.remove();
	onclick = null;
	early?.click();
};
