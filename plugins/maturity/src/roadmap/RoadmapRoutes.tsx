// The places below the Roadmap tab: the start, a roadmap by id, a topic of it.
import { Route, Routes } from 'react-router-dom';
import { RoadmapPage } from './RoadmapPage';
import { RoadmapStart } from './RoadmapStart';
import { TopicPage } from './TopicPage';

/** Paths are relative to where the shell mounts the tab. */
export function RoadmapRoutes() {
  return (
    <Routes>
      <Route path="/" element={<RoadmapStart />} />
      <Route path=":roadmapId" element={<RoadmapPage />} />
      <Route path=":roadmapId/topics/:topicId" element={<TopicPage />} />
    </Routes>
  );
}
