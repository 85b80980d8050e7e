// Whether I have read a topic: a filled or an empty book, with its name.
import BookIcon from '@material-ui/icons/MenuBook';
import EmptyBookIcon from '@material-ui/icons/ImportContacts';
import { useTexts } from '../translation/useTexts';

/** Shape tells it, not colour: the read book has lines of text. */
export function ReadMark({ read }: { read: boolean }) {
  const t = useTexts();
  return read ? (
    <BookIcon fontSize="small" titleAccess={t('learning.read.read')} />
  ) : (
    <EmptyBookIcon fontSize="small" titleAccess={t('learning.read.unread')} style={{ opacity: 0.72 }} />
  );
}
