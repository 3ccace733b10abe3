import { Checkbox, Switch } from '@mantine/core';
import { useAnsweredTick } from './use-answered-tick.ts';

type Props = {
  /** Beside the tick, or in a column whose heading says it only for those who hear the page. */
  readonly label?: string;
  readonly 'aria-label'?: string;
  readonly description?: string;
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly onTick: (ticked: boolean) => Promise<void>;
};

/** A checkbox that the store worker answers. */
export function AnsweredCheckbox({ checked, onTick, ...rest }: Props) {
  const [ticked, tick] = useAnsweredTick(checked, onTick);
  return <Checkbox {...rest} checked={ticked} onChange={(event) => tick(event.currentTarget.checked)} />;
}

/** A switch that the store worker answers. */
export function AnsweredSwitch({ checked, onTick, ...rest }: Props) {
  const [ticked, tick] = useAnsweredTick(checked, onTick);
  return <Switch {...rest} mt={4} checked={ticked} onChange={(event) => tick(event.currentTarget.checked)} />;
}
