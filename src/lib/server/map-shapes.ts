/** The shapes of the countries around the South Caucasus, from Natural Earth (public domain). */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { geoContains } from 'd3-geo';
import { feature, merge, mesh } from 'topojson-client';
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from 'topojson-specification';
import type { Point } from '../content/map.ts';

/** ISO 3166-1 numbers, as Natural Earth has them. */
export const ARMENIA = '051';
export const AZERBAIJAN = '031';
const NEIGHBOURS = ['268', '364', '643', '792'];

type Country = Polygon | MultiPolygon;
type Atlas = Topology<{ countries: GeometryCollection }>;

const readAtlas = () =>
	JSON.parse(
		readFileSync(createRequire(import.meta.url).resolve('world-atlas/countries-10m.json'), 'utf8')
	) as Atlas;

/** A ring whichever way round it is read. */
const ringKey = (ring: readonly number[]) =>
	ring
		.map((arc) => (arc < 0 ? ~arc : arc))
		.sort((a, b) => a - b)
		.join();

const pieces = (country: Country) => (country.type === 'Polygon' ? [country.arcs] : country.arcs);

/**
 * The countries without the pieces of one that lie wholly inside another. Of the exclaves from
 * Soviet times each is held by the other side, and to draw them at this scale would be a statement.
 */
function withoutExclaves(countries: readonly Country[]): MultiPolygon[] {
	const holes = new Set(countries.flatMap(pieces).flatMap((rings) => rings.slice(1).map(ringKey)));
	const isExclave = ([outer = []]: number[][]) => holes.has(ringKey(outer));
	const exclaves = new Set(
		countries
			.flatMap(pieces)
			.filter(isExclave)
			.map(([outer = []]) => ringKey(outer))
	);
	return countries.map((country) => ({
		...country,
		type: 'MultiPolygon',
		arcs: pieces(country)
			.filter((rings) => !isExclave(rings))
			.map((rings) => rings.filter((ring) => !exclaves.has(ringKey(ring))))
	}));
}

/** The countries of the map, and what is drawn of them. */
export class Shapes {
	readonly #atlas: Atlas;
	readonly #countries: MultiPolygon[];

	constructor(atlas = readAtlas()) {
		this.#atlas = atlas;
		const wanted = [ARMENIA, AZERBAIJAN, ...NEIGHBOURS];
		this.#countries = withoutExclaves(
			atlas.objects.countries.geometries.filter(
				(country): country is Country =>
					wanted.includes(String(country.id)) &&
					(country.type === 'Polygon' || country.type === 'MultiPolygon')
			)
		);
	}

	/** Every country as one. */
	land() {
		return merge(this.#atlas, this.#countries);
	}

	/** Borders, for which `wanted` tells the two countries apart. */
	borders(wanted: (between: ReadonlySet<string>) => boolean) {
		const countries: GeometryCollection = {
			type: 'GeometryCollection',
			geometries: this.#countries
		};
		return mesh(
			this.#atlas,
			countries,
			(one, other) => one !== other && wanted(new Set([String(one.id), String(other.id)]))
		);
	}

	/** A country's land, by its number; nothing when the map does not have it. */
	country(id: string) {
		const found = this.#countries.find((country) => country.id === id);
		return found && feature(this.#atlas, found);
	}

	/** Number of the country that a point lies in. */
	countryAt([latitude, longitude]: Point): string | undefined {
		const found = this.#countries.find((country) =>
			geoContains(feature(this.#atlas, country), [longitude, latitude])
		);
		return found && String(found.id);
	}
}
