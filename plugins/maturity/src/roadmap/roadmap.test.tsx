// Roadmap and topic pages: the ladder, its filters, the way to a topic and from there to evidence.
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { progress, roadmap, roadmaps, topic } from '../testing/answers';
import { fakeApi, renderScreen } from '../testing/renderScreen';
import { provenPart } from './provenPart';
import { RoadmapRoutes } from './RoadmapRoutes';
import { splitCode } from './splitCode';

const cards = () => screen.getAllByRole('link').map(link => link.textContent);

it('shows tiers with their topics, each with the share of services and mine', async () => {
  await renderScreen(<RoadmapRoutes />);
  expect(await screen.findByRole('heading', { name: 'Containers' })).toBeInTheDocument();
  expect(screen.getByText(/2 topics in 1 tier, proven by 6 services in 2 clusters/)).toBeInTheDocument();
  const tier = screen.getByRole('region', { name: 'The Basics' });
  expect(within(tier).getByText('4 of 6')).toBeInTheDocument();
  const card = within(tier).getByRole('link', { name: /docker commands/ });
  expect(card).toHaveTextContent('1 of 2 yours 0 of 1');
  expect(card).toHaveAttribute('href', '/maturity/roadmap/r/topics/docker-commands');
});

it('marks a topic of which only advice speaks, on its card, and leaves it out of what is proven', async () => {
  const [tier] = roadmap.tiers;
  const topics = tier.sections[0].topics.map(card => (card.id === 'pod' ? card : { ...card, advice: true as const }));
  const tiers = [{ ...tier, sections: [{ ...tier.sections[0], topics }] }];
  await renderScreen(<RoadmapRoutes />, fakeApi({ getRoadmap: async () => ({ ...roadmap, tiers }) }));
  const card = await screen.findByRole('link', { name: /docker commands/ });
  expect(card).toHaveTextContent('1 of 2 advice');
  expect(screen.getByRole('link', { name: /Pod/ })).not.toHaveTextContent('advice');
  expect(provenPart({ ...roadmap, tiers })).toBe(1);
  expect(provenPart(roadmap)).toBe(0.75);
});

it('says on the page of a topic that only advice speaks about it', async () => {
  const api = fakeApi({ getTopic: async () => ({ ...topic, advice: true }) });
  await renderScreen(<RoadmapRoutes />, api, '/r/topics/docker-commands');
  expect(await screen.findByText(/advice, never blocks/)).toBeInTheDocument();
});

it('finds topics by text, and those in which mine fall short', async () => {
  await renderScreen(<RoadmapRoutes />);
  await userEvent.type(await screen.findByRole('textbox', { name: 'Find a topic' }), 'smallest');
  expect(cards().join()).toContain('Pod');
  expect(cards().join()).not.toContain('docker commands');
  await userEvent.clear(screen.getByRole('textbox', { name: 'Find a topic' }));
  await userEvent.click(screen.getByRole('button', { name: /Mine fall short/ }));
  expect(cards().join()).not.toContain('Pod');
});

it('says that the first run is under way where nothing was observed yet', async () => {
  const { observedAt: _, ...fresh } = roadmap;
  await renderScreen(<RoadmapRoutes />, fakeApi({ getRoadmap: async () => fresh }));
  expect(await screen.findByText(/the first run is under way/)).toBeInTheDocument();
});

it('shows problems of the content with file and line', async () => {
  const problems = [{ file: 'r/topics/pod.md', line: 3, message: 'summary is missing: write a text there.' }];
  await renderScreen(<RoadmapRoutes />, fakeApi({ getRoadmaps: async () => ({ ...roadmaps, problems }) }));
  expect(await screen.findByText('r/topics/pod.md:3')).toBeInTheDocument();
});

it('offers other roadmaps where there are several', async () => {
  const items = [...roadmaps.items, { ...roadmaps.items[0], id: 'other', title: 'Other' }];
  const api = fakeApi({ getRoadmaps: async () => ({ items, problems: [] }) });
  await renderScreen(<RoadmapRoutes />, api, '/r');
  expect(await screen.findByLabelText('Roadmap')).toBeInTheDocument();
});

const learning = { id: 'on-call', title: 'On call', description: 'Answer for it', topics: 2, proven: false };
const both = async () => ({ items: [...roadmaps.items, learning], problems: [] });

it('begins with all roadmaps where there are several, with my progress and what services prove', async () => {
  const getProgress = async () => ({ ...progress, topics: { pod: 'done', 'docker-commands': 'learning' } as const });
  const api = await renderScreen(<RoadmapRoutes />, fakeApi({ getRoadmaps: both, getProgress }));
  const [first, second] = await screen.findAllByRole('listitem');
  expect(within(first).getByRole('link', { name: 'Containers' })).toHaveAttribute('href', '/maturity/roadmap/r');
  expect(first).toHaveTextContent('Topics2Done by you1 of 2Proven by services 75%');
  expect(second).toHaveTextContent('Answer for it');
  expect(second).toHaveTextContent('Proven by servicesnot checked');
  expect(api.getRoadmap).toHaveBeenCalledTimes(1);
});

it('shows a roadmap for learning without anything that counts services', async () => {
  const getRoadmap = async () => ({ ...roadmap, id: 'on-call', title: 'On call', components: 0 });
  await renderScreen(<RoadmapRoutes />, fakeApi({ getRoadmaps: both, getRoadmap }), '/on-call');
  expect(await screen.findByText(/2 topics in 1 tier, for learning: nothing is checked/)).toBeInTheDocument();
  expect(screen.getByRole('link', { name: /Pod/ })).toHaveTextContent('The smallest unit');
  expect(screen.queryByText(/services|yours/)).not.toBeInTheDocument();
});

it('shows a topic for learning with its page and my progress alone', async () => {
  const getTopic = async () => ({ ...topic, checks: [], meets: [], misses: [] });
  await renderScreen(<RoadmapRoutes />, fakeApi({ getTopic }), '/r/topics/docker-commands');
  expect(await screen.findByRole('region', { name: 'My progress' })).toBeInTheDocument();
  for (const name of ['Adoption', 'Checks', /Done well/, /Do not meet/])
    expect(screen.queryByRole('region', { name })).not.toBeInTheDocument();
});

it('shows a topic with its page, checks, who meets it and who does not, mine with the way to the evidence', async () => {
  const api = await renderScreen(<RoadmapRoutes />, fakeApi(), '/r/topics/docker-commands');
  expect(await screen.findByRole('heading', { name: 'docker commands' })).toBeInTheDocument();
  expect(api.getTopic).toHaveBeenCalledWith('r', 'docker-commands', expect.anything());
  expect(screen.getByText('docker ps')).toBeInTheDocument();
  expect(within(screen.getByRole('region', { name: 'Checks' })).getByText('Every image has a tag')).toBeInTheDocument();
  expect(within(screen.getByRole('region', { name: /Done well/ })).getByText('Mail')).toBeInTheDocument();
  const misses = screen.getByRole('table', { name: /do not meet/ });
  expect(within(misses).getByText('yours')).toBeInTheDocument();
  expect(within(misses).getByRole('link', { name: 'Cart' })).toHaveAttribute(
    'href',
    '/catalog/default/component/cart/maturity?verdict=image-ref-explicit',
  );
});

it('takes Markdown apart at top-level code only', () => {
  const text = 'a\n\n```yaml\nb: 1\n```\n\n- c\n  ```sh\n  d\n  ```\n';
  expect(splitCode(text).map(part => [part.isCode, part.text.trim().split('\n')[0]])).toEqual([
    [false, 'a'],
    [true, 'b: 1'],
    [false, '- c'],
  ]);
});
