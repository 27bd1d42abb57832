import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * Headers for every answer. The policy for scripts stands in the pages, with its hashes; what a
 * page cannot say for itself stands here. Files with a hash in their name get their own caching.
 */
export function setHeaders(_request: IncomingMessage, response: ServerResponse): void {
	response.setHeader('content-security-policy', "frame-ancestors 'none'");
	response.setHeader('x-content-type-options', 'nosniff');
	response.setHeader('referrer-policy', 'no-referrer');
	response.setHeader('cross-origin-opener-policy', 'same-origin');
	response.setHeader('permissions-policy', 'interest-cohort=(), geolocation=(), microphone=()');
	response.setHeader('cache-control', 'no-cache');
}
