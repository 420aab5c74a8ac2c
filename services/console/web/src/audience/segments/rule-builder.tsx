import './rule-builder.css';

import { Text } from '@mantine/core';
import { MantineNotToggle } from '@react-querybuilder/mantine';
import { QueryBuilder } from 'react-querybuilder';

import type { Attribute } from '../model.ts';
import { BuilderButton } from './builder-button.tsx';
import { RemoveButton } from './remove-button.tsx';
import type { DraftGroup } from './rule.ts';
import { type RuleField, ruleFields } from './rule-fields.ts';
import { RuleSelect } from './rule-select.tsx';
import { RuleValue } from './rule-value.tsx';
import { useSegmentTexts } from './texts.ts';
import { useBuilderWords } from './use-builder-words.ts';

interface Props {
  readonly attributes: readonly Attribute[];
  readonly rule: DraftGroup;
  readonly onChange: (rule: DraftGroup) => void;
  readonly isReadOnly: boolean;
}

const CONTROLS = {
  actionElement: BuilderButton,
  removeRuleAction: RemoveButton,
  removeGroupAction: RemoveButton,
  notToggle: MantineNotToggle,
  valueSelector: RuleSelect,
  valueEditor: RuleValue,
};

/** The rule of a segment as a tree of sentences. */
export const RuleBuilder = ({ attributes, rule, onChange, isReadOnly }: Props) => {
  const t = useSegmentTexts();
  const words = useBuilderWords();
  const fields = ruleFields(attributes);
  const optionOf = (field: RuleField) => ({
    name: field.name,
    value: field.name,
    label: words.labelOf(field),
    datatype: field.type,
    operators: words.operatorsOf(field),
  });
  const groups = [
    { label: t('group.fields'), options: fields.filter(({ builtIn }) => builtIn === undefined).map(optionOf) },
    { label: t('group.ours'), options: fields.filter(({ builtIn }) => builtIn !== undefined).map(optionOf) },
  ].filter(({ options }) => options.length > 0);
  return (
    <div className="rule-builder">
      <QueryBuilder
        fields={groups}
        query={rule}
        onQueryChange={onChange}
        controlElements={CONTROLS}
        combinators={words.combinators}
        translations={words.translations}
        disabled={isReadOnly}
        showNotToggle
        listsAsArrays
        resetOnFieldChange
        enableMountQueryChange={false}
        getDefaultValue={() => ''}
      />
      {rule.rules.length === 0 && (
        <Text size="sm" c="dimmed" mt="xs">
          {t('rule.empty')}
        </Text>
      )}
    </div>
  );
};
