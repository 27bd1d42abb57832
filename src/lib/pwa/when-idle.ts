/** Time for what the reader came for: the files of a page, or the first question of a quiz. */
const HEAD_START = 2000;

/** Does work once the page is loaded, had a moment for itself, and has nothing better to do. */
export async function whenIdle(work: () => void): Promise<void> {
	if (document.readyState !== 'complete')
		await new Promise((loaded) => {
			addEventListener('load', loaded, { once: true });
		});
	await new Promise((passed) => setTimeout(passed, HEAD_START));
	// Safari has no idle callback.
	if ('requestIdleCallback' in window) requestIdleCallback(work, { timeout: 3000 });
	else work();
}
