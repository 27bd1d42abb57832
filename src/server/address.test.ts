import { createServer, type Server } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { listen } from './address.js';
import { Trouble } from './trouble.js';

describe('listen', () => {
	const open: Server[] = [];
	const server = () => {
		const one = createServer();
		open.push(one);
		return one;
	};
	const portOf = (one: Server) => {
		const address = one.address();
		return typeof address === 'object' && address ? address.port : 0;
	};

	afterEach(async () => {
		await Promise.all(open.splice(0).map((one) => new Promise((done) => one.close(done))));
	});

	it('listens where it is told', async () => {
		const one = server();
		await listen(one, { host: '127.0.0.1', port: 0 });
		expect(portOf(one)).toBeGreaterThan(0);
	});

	it('names a port in use, and another to try', async () => {
		const first = server();
		await listen(first, { host: '127.0.0.1', port: 0 });
		const port = portOf(first);
		await expect(listen(server(), { host: '127.0.0.1', port })).rejects.toEqual(
			new Trouble(
				`Port ${port} is in use; stop the other program or choose another port, for example PORT=${port + 1} npm start.`
			)
		);
	});

	it('names an address that this machine does not have', async () => {
		await expect(listen(server(), { host: '192.0.2.1', port: 4173 })).rejects.toEqual(
			new Trouble(
				'This machine has no address 192.0.2.1; set HOST to one it has, for example HOST=127.0.0.1.'
			)
		);
	});
});
