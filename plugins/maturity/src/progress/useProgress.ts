// The signed-in user's progress on a roadmap, and the way to change it.
import { useApi } from '@backstage/core-plugin-api';
import type { Progress, ProgressChange } from '@maturity-roadmap/backstage-plugin-maturity-common';
import { useState } from 'react';
import { maturityApiRef } from '../api/MaturityApi';
import type { Loaded } from '../hooks/useLoad';

/** A change, and what came of it. */
export interface ProgressControl {
  set: (topicId: string, state: ProgressChange['state']) => Promise<void>;
  saving: boolean;
  error?: Error;
}

/** What is shown is what the server has: a change shows once it is kept. */
export function useProgress(roadmapId: string, progress: Pick<Loaded<Progress>, 'replace'>): ProgressControl {
  const api = useApi(maturityApiRef);
  const [saving, setSaving] = useState(false);
  const [error, setError] = useState<Error>();
  const set = async (topicId: string, state: ProgressChange['state']) => {
    setSaving(true);
    setError(undefined);
    try {
      progress.replace(await api.setProgress(roadmapId, topicId, state));
    } catch (failure) {
      setError(failure as Error);
    } finally {
      setSaving(false);
    }
  };
  return { set, saving, ...(error ? { error } : {}) };
}
