import { text } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

/** Whether the process answers. */
export const GET: RequestHandler = () => text('ok', { headers: { 'cache-control': 'no-store' } });
