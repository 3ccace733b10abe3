import { type MouseEvent, useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { LoadingLines, StateNote } from '../../components/basics/state-notes.tsx';
import { useAnswer } from '../../components/session/use-answer.ts';
import { FIRST_CHAPTER } from './chapter-of-place.ts';
import styles from './help-page.module.css';

const FOLDER = 'manual/';

/** A chapter's contents and text as they were built, its pictures addressed from here. */
async function readChapter(chapter: string): Promise<{ readonly contents: Node; readonly text: Node }> {
  const answer = await fetch(`${FOLDER}${chapter}.html`);
  const read = new DOMParser().parseFromString(answer.ok ? await answer.text() : '', 'text/html');
  const [contents, text] = [read.querySelector('nav'), read.querySelector('main')];
  if (!contents || !text) throw new Error(`no chapter ${chapter}`);
  for (const picture of read.querySelectorAll('img'))
    picture.setAttribute('src', `${FOLDER}${picture.getAttribute('src')}`);
  return { contents: document.adoptNode(contents), text: document.adoptNode(text) };
}

type Props = { readonly chapter: string | undefined; readonly section: string | undefined };

/** 帮助: the manual that was built with the program, read from the program's own files. */
export function HelpPage({ chapter = FIRST_CHAPTER, section }: Props) {
  const [, navigate] = useLocation();
  const { data, problem } = useAnswer(chapter, () => readChapter(chapter));
  const [side, pages] = [useRef<HTMLDivElement>(null), useRef<HTMLDivElement>(null)];
  useEffect(() => {
    if (!data) return;
    side.current?.replaceChildren(data.contents);
    pages.current?.replaceChildren(data.text);
    const heading = section === undefined ? undefined : document.getElementById(section);
    if (heading) heading.scrollIntoView();
    else pages.current?.scrollTo(0, 0);
  }, [data, section, side, pages]);
  /** Links of the manual are places of the program here. */
  const follow = (event: MouseEvent) => {
    const to = event.target instanceof Element ? event.target.closest('a')?.getAttribute('href') : undefined;
    if (!to) return;
    event.preventDefault();
    const [file = '', heading] = to.split('#');
    const named = file === '' ? chapter : file.replace(/\.html$/, '');
    navigate(`/help/${named}${heading === undefined ? '' : `/${heading}`}`);
  };
  if (problem) {
    return (
      <StateNote
        title="手册里没有这一章"
        text="手册随程序一起安装，其他章节可以照常查看。"
        action={{ label: '从头看', run: () => navigate(`/help/${FIRST_CHAPTER}`) }}
      />
    );
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: clicks come from links inside, by key too
    <div className={styles.help} onClick={follow}>
      <div ref={side} className={styles.contents} />
      <div ref={pages} className={styles.pages}>
        {!data && <LoadingLines />}
      </div>
    </div>
  );
}
