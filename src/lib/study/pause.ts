/** Ends a task, so that a tap or a key press that waits has its turn; goes on in the next one. */
export const pause = () =>
	new Promise<void>((resume) => {
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = () => {
			port1.close();
			resume();
		};
		port2.postMessage('');
	});

/** Goes on once what was changed is painted; at once where the page is hidden, as nothing is painted there. */
export const painted = () =>
	new Promise<void>((resume) => {
		if (document.hidden) resume();
		else
			requestAnimationFrame(() => {
				void pause().then(resume);
			});
	});
