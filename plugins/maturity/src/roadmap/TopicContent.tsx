// The page of a topic: its prose, and the primary documentation behind it.
import { MarkdownContent } from '@backstage/core-components';
import type { TopicView } from '@maturity-roadmap/backstage-plugin-maturity-common';
import Link from '@material-ui/core/Link';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import OpenIcon from '@material-ui/icons/OpenInNew';
import { useReadToEnd } from '../progress/useReadToEnd';
import { splitCode } from './splitCode';
import { CopyableCode } from '../states/CopyableCode';
import { useTexts } from '../translation/useTexts';

const useStyles = makeStyles(theme => ({
  root: {
    padding: 24,
    '& h2': { fontSize: 16, lineHeight: '24px', fontWeight: 700, margin: '24px 0 8px' },
    '& > div:first-child h2:first-child': { marginTop: 0 },
    '& p, & li': { fontSize: 14, lineHeight: '22px', maxWidth: 720 },
  },
  references: { listStyle: 'none', padding: 0, margin: 0, display: 'grid', gap: 8 },
  reference: { display: 'inline-flex', gap: 8, alignItems: 'center' },
  heading: { borderTop: `1px solid ${theme.palette.divider}`, paddingTop: 16 },
}));

interface TopicContentProps {
  topic: TopicView;
  /** The reader has not read it yet. */
  isUnread: boolean;
  /** Called once when it has been read to its end. */
  onRead: () => void;
}

/** Code blocks can be copied. */
export function TopicContent({ topic, isUnread, onRead }: TopicContentProps) {
  const classes = useStyles();
  const t = useTexts();
  const end = useReadToEnd(isUnread, onRead);
  return (
    <Paper component="article" className={classes.root} aria-label={topic.title}>
      {splitCode(topic.content).map((part, at) =>
        part.isCode ? <CopyableCode key={at} text={part.text} /> : <MarkdownContent key={at} content={part.text} />,
      )}
      <h2 className={classes.heading}>{t('roadmap.topic.documentation')}</h2>
      <ul className={classes.references}>
        {topic.references.map(({ title, url }) => (
          <li key={url}>
            <Link href={url} target="_blank" rel="noopener" className={classes.reference}>
              <OpenIcon fontSize="inherit" /> {title}
            </Link>
          </li>
        ))}
      </ul>
      <div ref={end} />
    </Paper>
  );
}
