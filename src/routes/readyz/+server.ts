import { text } from '@sveltejs/kit';
import { Problem } from '#lib/server/class/problem.ts';
import { classStore, logStorage, unavailable } from '#lib/server/class/service.ts';
import type { RequestHandler } from './$types';

/** Whether the class server can store. The study pages do not need it. */
export const GET: RequestHandler = async () => {
	try {
		await (await classStore()).sweep();
		return text('ready', { headers: { 'cache-control': 'no-store' } });
	} catch (error) {
		if (!(error instanceof Problem)) logStorage(error);
		return unavailable().toResponse();
	}
};
