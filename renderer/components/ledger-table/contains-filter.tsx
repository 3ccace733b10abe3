import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Filter } from '../../../shared/kit/query.ts';

type Props = {
  readonly field: string;
  readonly own: Filter | undefined;
  readonly onSet: (filter: Filter | undefined) => void;
};

/** Rows whose text holds a part. */
export function ContainsFilter({ field, own, onSet }: Props) {
  const [text, setText] = useState(own && 'contains' in own ? own.contains : '');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onSet(text.trim() === '' ? undefined : { field, contains: text.trim() });
      }}
    >
      <TextInput
        aria-label="包含的文字"
        placeholder="包含的文字"
        value={text}
        onChange={(e) => setText(e.target.value)}
      />
      <Button type="submit" fullWidth mt="xs">
        确定
      </Button>
    </form>
  );
}
