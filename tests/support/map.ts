/** A map with four places: three close together, one beyond the closer window. */
import type { LabelSide, MapPack, MapPoint } from '../../src/lib/content/map.ts';

const point = (at: [number, number], close: boolean, label: LabelSide = 'right'): MapPoint => ({
	at,
	close,
	label,
	district: false
});

export const mapPack: MapPack = {
	windows: { caucasus: [0, 0, 400, 300], border: [100, 100, 100, 100] },
	land: 'M0 0l400 0l0 300l-400 0z',
	borders: 'M0 150l100 0',
	line: 'M100 150l100 0',
	areas: [
		{ name: 'North', kind: 'country', at: { caucasus: [200, 20], border: [150, 110] } },
		{ name: 'Sea', kind: 'sea', at: { caucasus: [350, 200] } }
	],
	points: {
		first: point([120, 120], true),
		second: point([160, 150], true, 'left'),
		third: { ...point([180, 180], true, 'above'), district: true },
		fourth: point([300, 40], false, 'below')
	}
};
