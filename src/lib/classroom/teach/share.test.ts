import { expect, it } from 'vitest';
import { sharesOf } from './share.ts';

it('hands the whole link on, with what stands behind its #', () => {
	const link = 'https://school.example/join#7K3MP0QZ';
	const [classroom, teams] = sharesOf(link, 'History & more');
	expect(new URL(classroom?.href ?? '').searchParams.get('url')).toBe(link);
	expect(new URL(classroom?.href ?? '').hash).toBe('');
	expect(new URL(teams?.href ?? '').searchParams.get('href')).toBe(link);
	expect(new URL(teams?.href ?? '').searchParams.get('msgText')).toBe('History & more');
});
