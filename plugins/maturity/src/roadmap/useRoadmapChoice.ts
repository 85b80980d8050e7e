// What the reader chose on the roadmap; all of it stands in the URL.
import { useSearchParam } from '../hooks/useSearchParam';
import type { CardChoice } from './filters';

/** The choice, and the ways to change it. */
export interface RoadmapChoice extends CardChoice {
  /** Entity ref of the owner whose services are shown as mine; empty for my own. */
  owner: string;
  /** Empty for the worst anywhere. */
  environment: string;
  setText: (text: string) => void;
  setShow: (show: string) => void;
  setSection: (section: string) => void;
  setOwner: (owner: string) => void;
  setEnvironment: (environment: string) => void;
}

/** A refresh, Back or a copied link finds the same view. */
export function useRoadmapChoice(): RoadmapChoice {
  const [text, setText] = useSearchParam('q');
  const [show, setShow] = useSearchParam('show', 'all');
  const [section, setSection] = useSearchParam('section');
  const [owner, setOwner] = useSearchParam('owner');
  const [environment, setEnvironment] = useSearchParam('environment');
  return { text, setText, show, setShow, section, setSection, owner, setOwner, environment, setEnvironment };
}
