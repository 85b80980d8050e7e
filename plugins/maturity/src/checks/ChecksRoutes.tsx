// The places below the Checks tab: the catalogue, and a check of it.
import { Route, Routes } from 'react-router-dom';
import { CheckPage } from './CheckPage';
import { ChecksPage } from './ChecksPage';

/** Paths are relative to where the shell mounts the tab. */
export function ChecksRoutes() {
  return (
    <Routes>
      <Route path="/" element={<ChecksPage />} />
      <Route path=":checkId" element={<CheckPage />} />
    </Routes>
  );
}
