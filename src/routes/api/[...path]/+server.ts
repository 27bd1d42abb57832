import type { RequestHandler } from '@sveltejs/kit';
import { Problem } from '#lib/server/class/problem.ts';

/** Every address of the API that there is not. */
export const fallback: RequestHandler = () => new Problem('not-found').toResponse();
