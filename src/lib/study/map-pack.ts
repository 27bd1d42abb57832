import type { MapPack } from '../content/map.ts';
import { pack } from './packs.ts';

/** The map, apart from the other packs, so that only what shows it knows of it. */
export const mapPack = (load: typeof fetch) => pack<MapPack>('map', load);
