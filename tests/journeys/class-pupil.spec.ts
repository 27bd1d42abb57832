import { packAssignment, unpackHandIn } from '../../src/lib/class/carry/packet.ts';
import { printLink, readLink } from '../../src/lib/class/carry/link.ts';
import { PartCollector } from '../../src/lib/class/carry/parts.ts';
import { PupilPage, Teacher } from '../support/classroom.ts';
import { codeOn } from '../support/code-on-page.ts';
import { expect, saved, test } from './fixtures.ts';

const NAMES = { by: 'list' as const, names: ['Ani', 'Leyla'] };
const NICKNAMES = { by: 'nickname' as const };

test('a pupil joins by a link, does what is set and hands in twice', async ({ page, server }) => {
	const teacher = await Teacher.withClass(server.url, NAMES);
	await teacher.set(await teacher.assignment({ attempts: 2 }));
	const pupil = new PupilPage(page);
	await pupil.join(teacher.joinLink, 'Ani');
	await expect(page.getByRole('heading', { name: 'History 9b' })).toBeVisible();
	await pupil.work(2);
	await expect.poll(() => teacher.moving()).toBe(1);
	expect(await teacher.handIns()).toEqual([]);
	await pupil.handIn();
	await expect(pupil.status).toHaveText(/^Handed in/);
	const [first] = await teacher.handIns();
	expect(first).toMatchObject({ member: { name: 'Ani' }, attempt: 1 });
	expect(first?.answers).toHaveLength(2);
	await expect(page.getByRole('heading', { name: /^Result: .* of 2 points/ })).toBeVisible();
	await expect(page.getByText('Your teacher’s marks may differ')).toBeVisible();

	await page.getByRole('link', { name: 'Back to the class' }).click();
	await expect(page.getByText('1 of 2 attempts left')).toBeVisible();
	await pupil.work(2, 'Begin again');
	await pupil.handIn();
	await expect(pupil.status).toHaveText(/^Handed in/);
	await page.getByRole('link', { name: 'Back to the class' }).click();
	await expect(page.getByText('You have handed it in as often as you may.')).toBeVisible();
	expect((await teacher.handIns()).map(({ attempt }) => attempt)).toEqual([1, 2]);
});

test('a pupil without network for the whole lesson hands in once it is back', async ({
	page,
	context,
	server
}) => {
	const teacher = await Teacher.withClass(server.url, NICKNAMES);
	await teacher.set(await teacher.assignment());
	const pupil = new PupilPage(page);
	await pupil.join(teacher.joinLink, 'Mika');
	await page.getByRole('button', { name: 'Begin' }).waitFor();
	await saved(page);
	await context.setOffline(true);
	await page.goto(`${server.url}/class`);
	await pupil.work(2);
	await pupil.handIn();
	await expect(pupil.status).toHaveText('Not handed in yet: it waits to be sent.');
	await page.goto(`${server.url}/class`);
	await expect(page.getByText('One hand-in is not with your teacher yet.')).toBeVisible();
	expect(await teacher.handIns()).toEqual([]);

	await context.setOffline(false);
	await expect(page.getByText(/^Handed in/)).toBeVisible();
	await expect(page.getByText('not with your teacher yet')).toHaveCount(0);
	expect(await teacher.handIns()).toHaveLength(1);
});

test('on a shared phone the next pupil finds nothing', async ({ page, server }) => {
	const teacher = await Teacher.withClass(server.url, NAMES);
	await teacher.set(await teacher.assignment({ mode: 'test', closes: Date.now() + 3_600_000 }, 1));
	const pupil = new PupilPage(page);
	await pupil.join(teacher.joinLink, 'Ani');
	await expect(page.getByText('An answer stands as soon as you give it')).toBeVisible();
	await page.getByRole('button', { name: 'Begin' }).click();
	await page.getByRole('radio').first().check();
	await page.getByRole('link', { name: 'Back to the class' }).click();
	await page.getByRole('button', { name: 'Leave this class' }).click();
	await expect(page.getByRole('dialog')).toContainText('what you answered is lost');
	await expect(page.getByRole('dialog')).not.toContainText('what was right');
	await page.getByRole('button', { name: 'Stay' }).click();
	await page.getByRole('button', { name: 'Go on' }).click();
	await page.getByRole('radio').first().check();
	await page.getByRole('button', { name: 'Answer', exact: true }).click();
	await pupil.handIn();
	await expect(pupil.status).toHaveText(/^Handed in/);
	await expect(page.getByText('What was right is told when it closes')).toBeVisible();
	await page.getByRole('link', { name: 'Back to the class' }).click();
	await page.getByRole('button', { name: 'Leave this class' }).click();
	await expect(page.getByRole('dialog')).toContainText('you will not see that on this device');
	await expect(page.getByRole('dialog')).not.toContainText('is lost');
	await page.getByRole('button', { name: 'Stay' }).click();
	await pupil.leave();
	await expect(page.getByText('You are here as')).toHaveCount(0);
	expect(await pupil.kept()).toBe('[]');
	await page.goto(`${server.url}/class`);
	await expect(page.getByRole('link', { name: 'Join a class' })).toBeVisible();

	await pupil.join(teacher.joinLink, 'Leyla');
	await expect(page.getByRole('button', { name: 'Begin' })).toBeVisible();
	await expect(page.getByRole('main')).not.toContainText('Ani');
	expect((await teacher.handIns()).map(({ member }) => member.name)).toEqual(['Ani']);
});

test('who leaves is told so, and finds the way into a class at once', async ({ page, server }) => {
	const teacher = await Teacher.withClass(server.url, NAMES);
	const other = await Teacher.withClass(server.url, NICKNAMES);
	const pupil = new PupilPage(page);
	await pupil.join(teacher.joinLink, 'Ani');
	await pupil.leave();
	await expect(page.getByRole('link', { name: 'Join a class' })).toBeVisible();
	await expect(page.getByRole('heading', { level: 1, name: 'Class' })).toBeVisible();
	await expect(page.getByText('You have left History 9b.')).toBeFocused();

	await page.getByRole('link', { name: 'Join a class' }).click();
	await page.getByLabel(/The code/).fill(other.code);
	await page.getByRole('button', { name: 'Go on' }).click();
	await pupil.joinAs('Mika');
	await expect(page.getByText('You have left')).toHaveCount(0);
});

test('once a test has closed, the way to what was right is named', async ({ page, server }) => {
	const teacher = await Teacher.withClass(server.url, NICKNAMES);
	await teacher.set(await teacher.assignment({ mode: 'test', closes: Date.now() + 3_600_000 }, 1));
	await page.clock.install();
	const pupil = new PupilPage(page);
	await pupil.join(teacher.joinLink, 'Mika');
	await page.getByRole('button', { name: 'Begin' }).click();
	await page.getByRole('radio').first().check();
	await page.getByRole('button', { name: 'Answer', exact: true }).click();
	await pupil.handIn();
	await expect(pupil.status).toHaveText(/^Handed in/);
	await page.getByRole('link', { name: 'Back to the class' }).click();
	await expect(page.getByRole('link', { name: 'Attempt 1', exact: true })).toBeVisible();
	await page.clock.fastForward(3_600_000);
	await page.getByRole('link', { name: 'Attempt 1: see what was right' }).click();
	await expect(page.getByRole('heading', { name: /^Result: .* of 1 points?/ })).toBeVisible();
});

test('what is changed or withdrawn is told, and the work stays', async ({ page, server }) => {
	const teacher = await Teacher.withClass(server.url, NICKNAMES);
	const assignment = await teacher.assignment();
	await teacher.set(assignment);
	const pupil = new PupilPage(page);
	await pupil.join(teacher.joinLink, 'Mika');
	await page.getByRole('button', { name: 'Begin' }).click();
	await page.getByRole('radio').first().check();
	await page.getByRole('button', { name: 'Answer', exact: true }).click();
	await page.getByText('Saved on this device.').waitFor();
	await teacher.set({ ...assignment, revision: 2, items: assignment.items.slice(0, 1) });
	await page.goto(`${server.url}/class`);
	await expect(page.getByText('one question was taken out')).toBeVisible();
	// Begun with two, it stays at two.
	await expect(page.getByText('1 of 2 answered')).toBeVisible();
	await teacher.set({ ...assignment, revision: 3, withdrawn: true });
	await page.goto(`${server.url}/class`);
	await expect(page.getByText('Your teacher has withdrawn this.')).toBeVisible();
	await page.getByRole('button', { name: 'Go on' }).click();
	await page.getByRole('button', { name: 'Hand in as it is' }).click();
	await expect(page.getByText('One question is not answered')).toBeVisible();
	await page.getByRole('button', { name: 'Hand in', exact: true }).click();
	await expect(pupil.status).toHaveText(/^Handed in/);
	expect(await teacher.handIns()).toMatchObject([{ revision: 1, answers: [{}] }]);
});

test('a door that does not open says why', async ({ page, context, server }) => {
	const teacher = await Teacher.withClass(server.url, NICKNAMES);
	const type = async (code: string) => {
		await page.getByLabel(/The code/).fill(code);
		await page.getByRole('button', { name: 'Go on' }).click();
	};
	await page.goto(`${server.url}/join`);
	await type('7K3');
	await expect(page.getByRole('alert')).toContainText('eight letters and digits');
	await type('7K3M-P0QZ');
	await expect(page.getByRole('alert')).toHaveText(
		/No class opens .* not the one that your teacher shows .*compare.* or the class has ended, .*ask/
	);
	await teacher.lock();
	await type(teacher.code);
	await expect(page.getByRole('alert')).toContainText('locked joining');
	await context.setOffline(true);
	await type(teacher.code);
	await expect(page.getByRole('alert')).toContainText('could not be reached');

	await page.getByText('You got a file, a link or a text instead').click();
	await page.getByLabel('Choose a file').setInputFiles({
		name: 'teacher link.txt',
		mimeType: 'text/plain',
		buffer: Buffer.from('The teacher link of History 9b: keep it.')
	});
	await expect(page.getByRole('alert')).toContainText('This is no assignment');
});

test('a list of names says who sees what, and names a server only where there is one', async ({
	page,
	server
}) => {
	const teacher = await Teacher.withClass(server.url, NAMES);
	await page.goto(teacher.joinLink);
	await expect(page.getByRole('main')).toContainText(
		'Everybody in the class sees this list. Only your teacher sees which name you choose; on the server it is sealed.'
	);
	const alone = await Teacher.alone(server.url);
	const link = await printLink(await packAssignment(await alone.assignment({ naming: NAMES })));
	await page.goto(`${server.url}/join${link}`);
	await expect(page.getByText('Only your teacher sees which name you choose.')).toBeVisible();
	await expect(page.getByRole('main')).not.toContainText('server');
});

test('with no server an assignment comes as a link and goes as codes', async ({
	page,
	context,
	server
}) => {
	const teacher = await Teacher.alone(server.url);
	const document = await teacher.assignment({ naming: { by: 'seat', seats: 30 } });
	const link = await printLink(await packAssignment(document));
	await page.goto(server.url);
	await saved(page);
	await context.setOffline(true);
	await page.goto(`${server.url}/join${link}`);
	await page.getByLabel(/number of your seat/).fill('31');
	await page.getByRole('button', { name: 'Join' }).click();
	await expect(page.getByRole('alert')).toContainText('from 1 to 30');
	await page.getByLabel(/number of your seat/).fill('12');
	await page.getByRole('button', { name: 'Join' }).click();
	const pupil = new PupilPage(page);
	await pupil.work(2);
	await pupil.handIn();
	await expect(pupil.status).toHaveText(
		/^Not handed in yet: show the code to your teacher, or send/
	);

	const collector = new PartCollector();
	let gathered = await collector.add(await codeOn(page));
	for (let at = 2; gathered.missing.length > 0 && at < 9; at++) {
		await page.getByRole('button', { name: 'Next' }).click();
		await expect(page.getByText(`Code ${at} of`)).toBeVisible();
		gathered = await collector.add(await codeOn(page));
	}
	if (!gathered.packet) throw new Error('The codes do not make a packet.');
	const scanned = await unpackHandIn(gathered.packet, teacher.identity);
	expect(scanned).toMatchObject({ member: { name: 'Seat 12' }, assignment: document.id });
	expect(scanned.answers).toHaveLength(2);

	await page.getByText('The same as text').click();
	const text = await page.getByLabel('Hand-in as text').inputValue();
	expect(await unpackHandIn(await readLink(text), teacher.identity)).toEqual(scanned);
	await page.getByLabel('My teacher has it').check();
	await expect(pupil.status).toHaveText('Scanned by your teacher, as you said.');
});
