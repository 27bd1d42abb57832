/** Does work once the page is loaded and has nothing better to do. */
export async function whenIdle(work: () => void): Promise<void> {
	if (document.readyState !== 'complete')
		await new Promise((loaded) => {
			addEventListener('load', loaded, { once: true });
		});
	// Safari has no idle callback.
	if ('requestIdleCallback' in window) requestIdleCallback(work, { timeout: 3000 });
	else setTimeout(work, 500);
}
