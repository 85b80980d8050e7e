// My progress: what the server keeps is what is shown.
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router-dom';
import { RoadmapRoutes } from '../roadmap/RoadmapRoutes';
import { TopicPage } from '../roadmap/TopicPage';
import { progress } from '../testing/answers';
import { fakeApi, renderScreen } from '../testing/renderScreen';

const topicPage = (
  <Routes>
    <Route path="/:roadmapId/:topicId" element={<TopicPage />} />
  </Routes>
);

it('keeps what I say of a topic', async () => {
  const api = await renderScreen(topicPage, fakeApi(), '/r/docker-commands');
  expect(await screen.findByRole('button', { name: 'To do', pressed: true })).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Learning' }));
  expect(api.setProgress).toHaveBeenCalledWith('r', 'docker-commands', 'learning');
  expect(await screen.findByRole('button', { name: 'Learning', pressed: true })).toBeInTheDocument();
});

it('keeps the old state and says why where a change fails', async () => {
  const setProgress = jest.fn().mockRejectedValue(new Error('the database is away'));
  await renderScreen(topicPage, fakeApi({ setProgress }), '/r/docker-commands');
  await userEvent.click(await screen.findByRole('button', { name: 'Done' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('the database is away');
  expect(screen.getByRole('button', { name: 'To do', pressed: true })).toBeInTheDocument();
});

it('marks cards by my progress, and filters by it', async () => {
  await renderScreen(
    <RoadmapRoutes />,
    fakeApi({ getProgress: async () => ({ ...progress, topics: { pod: 'done' } }) }),
  );
  expect(await screen.findByRole('link', { name: /Pod.*I have done it/ })).toBeInTheDocument();
  await userEvent.click(screen.getByLabelText('State'));
  await userEvent.click(await screen.findByRole('option', { name: /Not done by me/ }));
  await waitFor(() => expect(screen.queryByRole('link', { name: /Pod/ })).not.toBeInTheDocument());
  expect(await screen.findByRole('link', { name: /docker commands/ })).toBeInTheDocument();
});

it('shows the roadmap to who is no user', async () => {
  await renderScreen(<RoadmapRoutes />, fakeApi({ getProgress: jest.fn().mockRejectedValue(new Error('no user')) }));
  expect(await screen.findByRole('link', { name: /Pod/ })).toBeInTheDocument();
  expect(screen.queryByText(/Not done by me/)).not.toBeInTheDocument();
});
