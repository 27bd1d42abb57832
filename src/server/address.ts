export interface Address {
	host: string;
	port: number;
}

const DEFAULTS: Address = { host: '127.0.0.1', port: 4173 };

/** Reads `HOST` and `PORT`; exits with one sentence when `PORT` is no port. */
export function readAddress({ HOST, PORT }: NodeJS.ProcessEnv): Address {
	const port = PORT ? Number(PORT) : DEFAULTS.port;
	if (!Number.isInteger(port) || port < 1 || port > 65535) {
		console.error(`PORT is "${PORT ?? ''}"; set it to a number from 1 to 65535.`);
		process.exit(1);
	}
	return { host: HOST ?? DEFAULTS.host, port };
}
