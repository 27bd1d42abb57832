import type { ServerResponse } from 'node:http';

const YEAR = 365 * 24 * 60 * 60;

/**
 * Headers for every answer. The policy for scripts stands in the pages, with its hashes; what a
 * page cannot say for itself stands here. Files with a hash in their name get their own caching.
 *
 * @param origin the address that people type; with https, browsers are told to stay with it
 */
export function setHeaders(response: ServerResponse, origin: string): void {
	response.setHeader('content-security-policy', "frame-ancestors 'none'");
	response.setHeader('x-content-type-options', 'nosniff');
	response.setHeader('referrer-policy', 'no-referrer');
	response.setHeader('cross-origin-opener-policy', 'same-origin');
	response.setHeader(
		'permissions-policy',
		// The camera scans hand-ins.
		'interest-cohort=(), geolocation=(), microphone=(), camera=(self)'
	);
	response.setHeader('cache-control', 'no-cache');
	if (origin.startsWith('https:'))
		response.setHeader('strict-transport-security', `max-age=${YEAR}`);
}
