// Arrow keys among the topic cards: up and down in reading order, left and right to the card beside.
import type { KeyboardEvent } from 'react';

const cardSelector = 'a[data-topic]';

/** The card in a direction by where cards stand on the screen; the nearest wins. */
function beside(cards: readonly HTMLElement[], from: HTMLElement, direction: 1 | -1): HTMLElement | undefined {
  const here = from.getBoundingClientRect();
  const candidates = cards
    .map(card => ({ card, box: card.getBoundingClientRect() }))
    .filter(({ box }) => (direction > 0 ? box.left >= here.right : box.right <= here.left));
  const distance = ({ box }: (typeof candidates)[number]) =>
    Math.abs(box.top - here.top) * 10 + Math.abs(box.left - here.left);
  return candidates.sort((a, b) => distance(a) - distance(b))[0]?.card;
}

/** For the element around all cards. Home and End lead to the first and the last. */
export function onCardKey(event: KeyboardEvent<HTMLElement>): void {
  const from = (event.target as HTMLElement).closest<HTMLElement>(cardSelector);
  if (!from || event.ctrlKey || event.metaKey || event.altKey) return;
  const cards = [...event.currentTarget.querySelectorAll<HTMLElement>(cardSelector)];
  const at = cards.indexOf(from);
  const targets: Record<string, HTMLElement | undefined> = {
    ArrowDown: cards[at + 1],
    ArrowUp: cards[at - 1],
    ArrowRight: beside(cards, from, 1) ?? cards[at + 1],
    ArrowLeft: beside(cards, from, -1) ?? cards[at - 1],
    Home: cards[0],
    End: cards[cards.length - 1],
  };
  const target = targets[event.key];
  if (!target) return;
  event.preventDefault();
  target.focus();
}
