// Learning on the roadmap: what is next, read and shown, keys among the cards, reading to the end, whose services.
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { progress, roadmap } from '../testing/answers';
import { fakeApi, renderScreen } from '../testing/renderScreen';
import { RoadmapRoutes } from './RoadmapRoutes';

jest.setTimeout(30_000);

const proof = {
  component: { ref: 'component:default/cart', title: 'Cart' },
  check: 'image-ref-explicit',
  at: '2026-01-01T12:00:00.000Z',
};
const card = (name: RegExp) => screen.findByRole('link', { name });

it('marks what is next by word, what was read, and what my services have shown', async () => {
  const known = { topics: { pod: 'done' as const }, read: { pod: proof.at }, proven: { pod: proof } };
  await renderScreen(<RoadmapRoutes />, fakeApi({ getProgress: async () => known }));
  const next = await card(/docker commands/);
  expect(next).toHaveTextContent('Next');
  expect(next).toHaveAttribute('title', 'Keeps 1 of your services from its next level');
  expect(await card(/Pod.*Shown by a service of mine.*Read.*I have done it/)).toBeInTheDocument();
  const figures = screen.getByLabelText('My progress');
  expect(figures).toHaveTextContent('Read1 of 2');
  expect(figures).toHaveTextContent('Claimed by me1 of 2');
  expect(figures).toHaveTextContent('Proven by mine1 of 2');
  await userEvent.click(screen.getByRole('button', { name: /Next for me/ }));
  await waitFor(() => expect(screen.queryByRole('link', { name: /Pod/ })).not.toBeInTheDocument());
  await userEvent.click(screen.getByRole('button', { name: /Not read/ }));
  expect(await card(/docker commands/)).toBeInTheDocument();
});

it('moves among the cards by arrow keys', async () => {
  await renderScreen(<RoadmapRoutes />);
  const first = await card(/Pod/);
  act(() => first.focus());
  await userEvent.keyboard('{ArrowDown}');
  expect(await card(/docker commands/)).toHaveFocus();
  await userEvent.keyboard('{ArrowUp}');
  expect(first).toHaveFocus();
  await userEvent.keyboard('{End}');
  expect(await card(/docker commands/)).toHaveFocus();
});

it('asks for the services of an owner and for one environment, as the URL says', async () => {
  const api = await renderScreen(<RoadmapRoutes />, fakeApi(), '/?owner=group:default/checkout&environment=prod');
  await card(/Pod/);
  expect(api.getRoadmap).toHaveBeenCalledWith('r', expect.anything(), {
    owner: 'group:default/checkout',
    environment: 'prod',
  });
  expect(screen.getByLabelText('Mine')).toHaveTextContent('checkout, 1 service');
});

it('leaves one section, and offers to clear what leaves nothing', async () => {
  const other = { id: 'helm', title: 'Charts', topics: [] };
  const [tier] = roadmap.tiers;
  const wide = { ...roadmap, tiers: [{ ...tier, sections: [...tier.sections, other] }] };
  await renderScreen(<RoadmapRoutes />, fakeApi({ getRoadmap: async () => wide }), '/?section=helm');
  expect(await screen.findByText('No topic matches.')).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Clear filters' }));
  expect(await card(/Pod/)).toBeInTheDocument();
});

describe('reading a topic', () => {
  let seen: (entries: { isIntersecting: boolean }[]) => void = () => {};
  beforeEach(() => {
    Object.assign(window, {
      IntersectionObserver: class {
        constructor(callback: typeof seen) {
          seen = callback;
        }
        observe() {}
        disconnect() {}
      },
    });
  });
  afterEach(() => {
    delete (window as { IntersectionObserver?: unknown }).IntersectionObserver;
  });

  it('counts as read once its end has been in view for a moment', async () => {
    const api = await renderScreen(<RoadmapRoutes />, fakeApi(), '/r/topics/docker-commands');
    expect(await screen.findByRole('button', { name: /Mark as read/, pressed: false })).toBeInTheDocument();
    act(() => seen([{ isIntersecting: true }]));
    await waitFor(() => expect(api.setRead).toHaveBeenCalledWith('r', 'docker-commands', true), { timeout: 4_000 });
    expect(await screen.findByRole('button', { name: /^Read / })).toHaveAttribute('aria-pressed', 'true');
    expect(api.setRead).toHaveBeenCalledTimes(1);
  });

  it('does not count where the reader only jumped past the end', async () => {
    const api = await renderScreen(<RoadmapRoutes />, fakeApi(), '/r/topics/docker-commands');
    await screen.findByRole('button', { name: /Mark as read/ });
    act(() => seen([{ isIntersecting: true }]));
    act(() => seen([{ isIntersecting: false }]));
    await new Promise(resolve => setTimeout(resolve, 2_300));
    expect(api.setRead).not.toHaveBeenCalled();
  });
});

it('marks a topic as read by button, and takes it back', async () => {
  const getProgress = async () => ({ ...progress, read: { 'docker-commands': new Date().toISOString() } });
  const api = await renderScreen(<RoadmapRoutes />, fakeApi({ getProgress }), '/r/topics/docker-commands');
  await userEvent.click(await screen.findByRole('button', { name: /^Read / }));
  expect(api.setRead).toHaveBeenCalledWith('r', 'docker-commands', false);
});

it('shows on a topic mine with what was found, the latest changes, and what I have shown', async () => {
  const getProgress = async () => ({ ...progress, proven: { 'docker-commands': proof } });
  await renderScreen(<RoadmapRoutes />, fakeApi({ getProgress }), '/r/topics/docker-commands');
  const mine = await screen.findByRole('table', { name: 'My services in this topic' });
  expect(mine).toHaveTextContent('its image has no tag');
  expect(screen.getByText('Latest changes').parentElement).toHaveTextContent('Mail');
  expect(await screen.findByText(/moved from fail to pass/)).toBeInTheDocument();
  const good = screen.getByRole('region', { name: /Done well/ });
  expect(good).toHaveTextContent('1 check met in prod, since Jan 1, 2026');
  const misses = screen.getByRole('region', { name: /Do not meet it yet/ });
  await userEvent.click(within(misses).getByRole('button', { name: /Mine/ }));
  expect(within(misses).getByRole('link', { name: 'Cart' })).toBeInTheDocument();
});
