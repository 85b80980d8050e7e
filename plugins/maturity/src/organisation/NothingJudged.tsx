// What to do where no component has been judged yet.
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { CopyableCode } from '../states/CopyableCode';
import { Section } from '../states/Section';
import { useTexts } from '../translation/useTexts';

interface NothingJudgedProps {
  /** On the page of a group, system or domain. */
  isWithin: boolean;
  /** Set where filters leave nothing over. */
  onClear: (() => void) | undefined;
}

const useStyles = makeStyles({ body: { padding: 16, maxWidth: 720 } });

const example = `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: checkout-api
  annotations:
    backstage.io/kubernetes-id: checkout-api
spec:
  type: service
  lifecycle: production
  owner: checkout
  system: shop
`;

/** An entity to copy. */
export function NothingJudged({ isWithin, onClear }: NothingJudgedProps) {
  const classes = useStyles();
  const t = useTexts();
  const unfiltered = isWithin ? 'within' : 'none';
  return (
    <Section title={t('steering.empty.title')}>
      <div className={classes.body}>
        <Typography variant="body2">{t(`steering.empty.${onClear ? 'under' : unfiltered}`)}</Typography>
        <CopyableCode text={example} />
        {onClear && (
          <Button variant="outlined" size="small" onClick={onClear}>
            {t('steering.empty.clear')}
          </Button>
        )}
      </div>
    </Section>
  );
}
