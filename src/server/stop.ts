import type { Server } from 'node:http';

/** How long requests under way may take to end. */
const GRACE_MS = 10_000;
const LOOK_MS = 50;

/**
 * Stops without losing anything: takes no new connection, lets requests under way end, closes what
 * the app has open, and lets the process end. One Ctrl-C comes as several signals: from the terminal,
 * from npm, from `npm start`. So the first counts, and what hangs is cut after a while.
 */
export function stopOnSignals(server: Server): void {
	let stopping = false;
	for (const signal of ['SIGINT', 'SIGTERM'] as const)
		process.on(signal, () => {
			if (!stopping) stop(server);
			stopping = true;
		});
}

function stop(server: Server) {
	// A connection that is kept alive becomes idle when its request has ended.
	const closing = setInterval(() => {
		server.closeIdleConnections();
	}, LOOK_MS);
	server.close(() => {
		clearInterval(closing);
		// The class server closes its database; the process ends when nothing is open any more.
		(process as NodeJS.EventEmitter).emit('sveltekit:shutdown');
	});
	setTimeout(() => {
		server.closeAllConnections();
	}, GRACE_MS).unref();
	setTimeout(() => process.exit(1), GRACE_MS + 5000).unref();
}
