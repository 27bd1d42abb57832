import { json } from '@sveltejs/kit';
import { serverLedger, serverPack } from '#lib/server/packs.ts';
import type { RequestHandler } from './$types';

export const prerender = true;

export const entries = () => serverLedger().modules.map(({ id }) => ({ module: id }));

export const GET: RequestHandler = ({ params }) => json(serverPack(`start/${params.module}`));
