/** The texts that campaigns derives from `bodies`, by their names: what one service writes and the other one sends. */
export const derivedTexts: Readonly<Record<string, string>> = {
  nothing: '',
  'no slot': 'Hello world',
  'only a slot': '{{ name }}',
  'slots side by side': '{{ first_name }} {{ name }}{{ city }}',
  filters:
    'Hi {{ name | upcase }}, {{ city | default: "somewhere" | append: "!" }} {{ name | truncate: 5 }} {{ name | split: "" | reverse | join: "-" }}',
  conditions:
    '{% if vip == "yes" %}VIP {{ name }}\n\n{% elsif city %}Of {{ city }}\n\n{% else %}plain{% endif %}\n\nBye {{ name }}',
  'unless and case':
    '{% unless name %}nobody\n\n{% endunless %}{% case city %}{% when "Seoul" %}서울{% else %}{{ city }}{% endcase %} end',
  loops:
    '{% for n in (1..3) %} * {{ n }} {{ name }}{% unless forloop.last %},{% endunless %}\n{% endfor %}{% for n in (1..9) %}{% if n == 4 %}{% break %}{% endif %}{{ n }}{% endfor %}',
  'assign and capture':
    '{% assign greeting = "Hello " | append: name %}{{ greeting }}\n\n{% capture line %}{{ name }} of {{ city }}{% endcapture %}\n\n{{ line }}\n\n{{ line | strip_html }}\n\n{% assign name = "changed" %}{{ name }}',
  'counters and cycles':
    '{% increment n %}\n\n{% increment n %}{% decrement name %}\n\n{% cycle "a", "b" %}\n\n----------------------------------------\n\n{% cycle "a", "b" %}{{ n }}',
  'white space control': '{{ name }}\n\n{% if city %}{{ city }}\n\n{% endif %}x\n\n{{ url }} end',
  'raw and comments': '{{ "{" }}{ not liquid }}{% comment %}{{ name }}{% endcomment %}{# no #}\n\n{{ name }}',
  'a break outside a loop': '{{ name }}\n\n{% if vip == "yes" %}{% break %}{% endif %}after {{ city }}',
  'unescaped HTML': '{{ html | strip_html }}\n\n{{ name }}',
  'right to left': 'مرحبا {{ name }}، شكرا لك. שלום {{ city }}!',
  'leading dots': '. .{{ name }} ..\n\n.leading\n\n{{ name }} . .',
  'equals signs': 'a=b=c==={{ name }}=20=3D= =',
  'trailing spaces': 'one two {{ name }} {{ city }}',
  'all line breaks': 'a b c d {{ name }} e {{ city }} f {{ url }}',
  'a link to a value':
    'Hi {{ name }}, click here{% if url != blank %} <{{ url }}>{% endif %} or unsubscribe{% if unsubscribe_url != blank %} <{{ unsubscribe_url }}>{% endif %}.',
  'a value as a link': '{{ url }} https://x.example/{{ customer }} {{ name }} x{{ url }} <https://x.example/>',
  'values in attributes': 'text {{ name }}\n\n 1. one\n 2. {{ name }}',
  'values in odd places': '<{{ name }}>a{{ name }}\n\n&{{ name }};\n\n&#{{ customer }};\n\n{{ name }}',
  'lists and quotes':
    ' * {{ name }} goes on goes on goes on goes on goes on goes on goes on goes on goes on goes on goes on goes on goes on goes on goes on\n * two\n   * {{ city }}\n\n> {{ name }} said something something something something something something something something something something something something\n\n  {{ name }}\n   kept  ',
  'paragraphs around values':
    '{{ name }}\n\n\n\n{{ nothing }}\n\ntext to wrap text to wrap text to wrap text to wrap text to wrap text to wrap text to wrap text to wrap text to wrap text to wrap {{ name }}, {{ city }}\n{{ name }}\n\nnew line{{ url }}',
  'a table': '{{ name }}{{ city }}{{ url }}',
  'broken HTML': '{{ name }}\n\nx{{ city }}\n\n',
  'private characters': '0 {{ name }}',
  'half characters': '\ud83d{{ name }}\ude00 {{ "🎉" | slice: 0 }}{{ "🎉" | slice: 1 }}',
};
