import { json } from '@sveltejs/kit';
import { serverPack } from '#lib/server/packs.ts';
import type { RequestHandler } from './$types';

export const prerender = true;

export const GET: RequestHandler = () => json(serverPack('map'));
