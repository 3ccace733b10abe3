import { Component, type ReactNode } from 'react';
import { StateNote } from '../../components/basics/state-notes.tsx';
import { noteFault } from '../../desktop/note-fault.ts';

type Props = {
  /** Where the clerk is: a fault of one page is over on the next. */
  readonly place: string;
  readonly children: ReactNode;
};

type State = { readonly fault: string | undefined; readonly place: string };

/** Holds a fault to the page it happened on. Without it React would take the whole program off the screen. */
export class PageBoundary extends Component<Props, State> {
  override state: State = { fault: undefined, place: this.props.place };

  static getDerivedStateFromError(thrown: unknown): Partial<State> {
    return { fault: thrown instanceof Error ? thrown.message : String(thrown) };
  }

  static getDerivedStateFromProps({ place }: Props, state: State): Partial<State> | null {
    return place === state.place ? null : { place, fault: undefined };
  }

  override componentDidCatch(thrown: unknown): void {
    noteFault(thrown);
  }

  override render(): ReactNode {
    const { fault } = this.state;
    if (fault === undefined) return this.props.children;
    return (
      <StateNote
        title="这一页出错了"
        text={`已保存的数据不受影响，其他页面可以照常使用。\n请重新打开这一页；仍然出错的，把下面这句话告诉维护人员：\n${fault}`}
        action={{ label: '重新打开', run: () => this.setState({ fault: undefined }) }}
      />
    );
  }
}
