/** An officer puts many requests away in one act and takes them back. */
import { beforeAll, expect, it } from 'vitest';
import { setAside, staff } from '../../words/vi.ts';
import { addAuthenticator } from './authenticator.ts';
import { useBrowser } from './browser.ts';
import { usePortal } from './portal.ts';
import { sendSealed } from './sent-request.ts';
import { expectAccessible, press, registerOfficer, seeHeading } from './walk.ts';

const browser = useBrowser();
const portal = usePortal();

let links: string[] = [];

beforeAll(async () => {
  links = await portal.inviteOfficers(1);
  await portal.openDesk();
});

it('puts away what was picked, says so, and takes it back', async () => {
  for (let sent = 0; sent < 2; sent++) await sendSealed(portal.origin);
  const desk = await browser.open(portal.origin, { screen: 'desktop' });
  await addAuthenticator(desk, true);
  await registerOfficer(desk, links.pop() ?? '');

  await press(desk, setAside.link);
  await seeHeading(desk, setAside.title);
  await expectAccessible(desk);
  await press(desk, setAside.putAside);
  await desk.getByRole('alert').getByText(setAside.nonePicked).waitFor();
  await press(desk, setAside.all);
  await press(desk, setAside.putAside);
  await desk.getByRole('status').getByText(setAside.wasPutAside(2)).waitFor();
  await expectAccessible(desk);
  await press(desk, setAside.back);
  await desk.getByText(staff.list.empty).waitFor();

  await press(desk, setAside.link);
  await desk.getByRole('checkbox').first().check();
  await press(desk, setAside.takeBack);

  await desk.getByRole('status').getByText(setAside.wasTakenBack(1)).waitFor();
  await press(desk, setAside.back);
  await seeHeading(desk, staff.list.title);
  expect(await desk.getByRole('button', { name: /^Mở yêu cầu/ }).count()).toBe(1);
});
