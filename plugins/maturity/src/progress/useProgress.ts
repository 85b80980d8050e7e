// The signed-in user's progress on a roadmap, and the way to change it.
import { useApi } from '@backstage/core-plugin-api';
import type { Progress, ProgressChange } from '@maturity-roadmap/backstage-plugin-maturity-common';
import { useState } from 'react';
import { maturityApiRef } from '../api/MaturityApi';
import type { Loaded } from '../hooks/useLoad';

/** A change, and what came of it. */
export interface ProgressControl {
  set: (topicId: string, state: ProgressChange['state']) => Promise<void>;
  /** Says that a topic was read, or was not. */
  setRead: (topicId: string, read: boolean) => Promise<void>;
  saving: boolean;
  error?: Error;
}

/** What is shown is what the server has: a change shows once it is kept. */
export function useProgress(roadmapId: string, progress: Pick<Loaded<Progress>, 'replace'>): ProgressControl {
  const api = useApi(maturityApiRef);
  const [saving, setSaving] = useState(false);
  const [error, setError] = useState<Error>();
  const save = async (change: Promise<Progress>) => {
    setSaving(true);
    setError(undefined);
    try {
      progress.replace(await change);
    } catch (failure) {
      setError(failure as Error);
    } finally {
      setSaving(false);
    }
  };
  const set: ProgressControl['set'] = (topicId, state) => save(api.setProgress(roadmapId, topicId, state));
  const setRead: ProgressControl['setRead'] = (topicId, read) => save(api.setRead(roadmapId, topicId, read));
  return { set, setRead, saving, ...(error ? { error } : {}) };
}
