// What passes and what does not, as the tests of the check run it.
import type { CheckDetails, CheckExample } from '@maturity-roadmap/backstage-plugin-maturity-common';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { VerdictMark } from '../marks/VerdictMark';
import { CopyableCode } from '../states/CopyableCode';
import { Section } from '../states/Section';
import { useTexts } from '../translation/useTexts';

const useStyles = makeStyles({
  body: { padding: 16 },
  head: { display: 'flex', gap: 8, alignItems: 'center', margin: '8px 0 0' },
  heading: { fontSize: 14, lineHeight: '20px', fontWeight: 700, margin: 0 },
  file: { fontFamily: 'monospace', fontSize: 12, lineHeight: '18px', margin: '8px 0 0' },
});

interface ExampleProps {
  title: string;
  example: CheckExample;
}

function Example({ title, example }: ExampleProps) {
  const classes = useStyles();
  return (
    <div>
      <div className={classes.head}>
        <VerdictMark verdict={example.verdict} />
        <h3 className={classes.heading}>{title}</h3>
      </div>
      <Typography variant="body2">{example.reason}</Typography>
      {example.files.map(({ path, text }) => (
        <div key={path}>
          {example.files.length > 1 && <p className={classes.file}>{path}</p>}
          <CopyableCode text={text} />
        </div>
      ))}
    </div>
  );
}

/** Own checks and checks of modules have none here. */
export function CheckExamples({ check: { examples } }: { check: CheckDetails }) {
  const classes = useStyles();
  const t = useTexts();
  const { passes, fails } = examples;
  const isKnown = passes !== undefined || fails !== undefined;
  return (
    <Section title={t('checkpage.examples')} subtitle={isKnown ? t('checkpage.examplesText') : undefined}>
      <div className={classes.body}>
        {!isKnown && <Typography variant="body2">{t('checkpage.noExamples')}</Typography>}
        {passes && <Example title={t('checkpage.passes')} example={passes} />}
        {fails && <Example title={t('checkpage.fails')} example={fails} />}
      </div>
    </Section>
  );
}
