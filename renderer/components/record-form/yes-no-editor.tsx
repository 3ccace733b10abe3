import { ClearableSelect } from '../basics/clearable-select.tsx';
import type { EditorProps } from './editor-props.ts';

/** 是, 否, or not said. */
export function YesNoEditor({ id, name, value, onChange, hasError }: EditorProps) {
  return (
    <ClearableSelect
      id={id}
      aria-label={name}
      error={hasError}
      data={['是', '否']}
      value={value === true ? '是' : value === false ? '否' : null}
      onChange={(next) => onChange(next === null ? undefined : next === '是')}
    />
  );
}
