import { Button } from '@mantine/core';
import { useLocation } from 'wouter';
import { useShortcut } from '../../components/shortcuts/use-shortcut.ts';
import { chapterOfPlace } from '../../pages/help/chapter-of-place.ts';

/** 帮助: the manual, at the chapter that tells of where the clerk is. */
export function HelpLink() {
  const [location, navigate] = useLocation();
  const open = () => {
    if (!location.startsWith('/help')) navigate(`/help/${chapterOfPlace(location)}`);
  };
  useShortcut('help', open);
  return (
    <Button variant="subtle" c="var(--plain)" px={8} flex="none" title="F1" onClick={open}>
      帮助
    </Button>
  );
}
