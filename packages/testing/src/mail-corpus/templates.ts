const repeated = (text: string, times: number): string => text.repeat(times);

const row = (n: number): string =>
  `<tr><td style="padding: 12px 24px; font-family: Arial, sans-serif; color: #333333">\r\n  Item ${n} = ${n * 3} € — a line of text about it. Dear {{ first_name | default: "friend" }}, see <a href="https://shop.example/p/${n}?c={{ customer }}&amp;u=1">offer ${n}</a>.\r\n</td></tr>\r\n`;

/** HTML templates, each with something of its own to get wrong. */
export const bodies: Readonly<Record<string, string>> = {
  nothing: '',
  'no slot': '<p>Hello world</p>\n',
  'only a slot': '{{ name }}',
  'slots side by side': '<p>{{ first_name }} {{ name }}{{ city }}</p>',
  filters:
    '<p>Hi {{ name | upcase }}, {{ city | default: "somewhere" | append: "!" }} {{ name | truncate: 5 }} {{ name | split: "" | reverse | join: "-" }}</p>',
  conditions:
    '{% if vip == "yes" %}<h1>VIP {{ name }}</h1>{% elsif city %}<p>Of {{ city }}</p>{% else %}plain{% endif %}<p>Bye {{ name }}</p>',
  'unless and case':
    '{% unless name %}<p>nobody</p>{% endunless %}{% case city %}{% when "Seoul" %}<b>서울</b>{% else %}<i>{{ city }}</i>{% endcase %} end',
  loops:
    '<ul>{% for n in (1..3) %}<li>{{ n }} {{ name }}{% unless forloop.last %},{% endunless %}</li>{% endfor %}</ul>{% for n in (1..9) %}{% if n == 4 %}{% break %}{% endif %}{{ n }}{% endfor %}',
  'assign and capture':
    '{% assign greeting = "Hello " | append: name %}<p>{{ greeting }}</p>{% capture line %}<b>{{ name }}</b> of {{ city }}{% endcapture %}<p>{{ line }}</p><p>{{ line | raw }}</p>{% assign name = "changed" %}<p>{{ name }}</p>',
  'counters and cycles':
    '{% increment n %}<p>{% increment n %}{% decrement name %}</p>{% cycle "a", "b" %}<hr>{% cycle "a", "b" %}{{ n }}',
  'white space control':
    '<p>  {{- name -}}  </p>\n  {%- if city -%}  {{ city }}  {%- endif -%}  \n<p>x</p> {{- url }} end',
  'raw and comments':
    '{% raw %}{{ not liquid }}{% endraw %}{% comment %}{{ name }}{% endcomment %}{# no #}<p>{{ name }}</p>',
  'a break outside a loop': '<p>{{ name }}</p>{% if vip == "yes" %}{% break %}{% endif %}<p>after {{ city }}</p>',
  'unescaped HTML': '<div>{{ html | raw }}</div><p>{{ name }}</p>',
  CJK: `<p>${repeated('안녕하세요, 반갑습니다. こんにちは世界。你好，世界。', 12)}{{ name }}님 ${repeated('가나다라마바사', 30)}</p>`,
  emoji: `<p>🎉🎊👩‍👩‍👧‍👦 {{ name }} ${repeated('🚀', 60)}</p>`,
  'right to left': '<p dir="rtl">مرحبا {{ name }}، شكرا لك. שלום {{ city }}!</p>',
  'long lines': `<p>${repeated('word and another word, ', 200)}{{ name }} ${repeated('and more of it ', 200)}</p>`,
  'long words': `<p>${repeated('x', 3_000)}{{ name }}${repeated('y', 3_000)}</p>`,
  'leading dots': '.\n.{{ name }}\n..<p>\n.leading</p>\n{{ name }}\n.\n.',
  'equals signs': '<p>a=b=c==={{ name }}=20=3D=\n=</p>',
  'trailing spaces': '<p>one   \ntwo\t\n{{ name }}   \n   {{ city }}\t\n</p>  ',
  'all line breaks': 'a\rb\nc\r\nd\r{{ name }}\ne\r{{ city }}\r\nf\n{{ url }}\r',
  'a link to a value':
    '<p>Hi {{ name }}, <a href="{{ url }}">click here</a> or <a href="{{ unsubscribe_url }}">unsubscribe</a>.</p>',
  'a value as a link':
    '<p><a href="{{ url }}">{{ url }}</a> <a href="https://x.example/{{ customer }}">https://x.example/{{ customer }}</a> <a href="mailto:{{ name }}">{{ name }}</a> <a href="#{{ name }}">x</a><a href="https://x.example/">{{ url }}</a></p>',
  'values in attributes': `<p title="{{ name }}" style='color: {{ city }}' class={{ name }}>text {{ name }}</p><img src="{{ url }}" alt="{{ name }}"><ol start="{{ customer }}"><li>one</li><li>{{ name }}</li></ol>`,
  'values in odd places':
    '<!-- {{ name }} --><style>p { color: {{ city }} }</style><{{ name }}>a</{{ name }}><title>{{ name }}</title><p>&{{ name }};</p><p>&#{{ customer }};</p><textarea>{{ name }}</textarea>',
  'lists and quotes': `<ul><li>{{ name }} ${repeated('goes on ', 15)}</li><li>two<ul><li>{{ city }}</li></ul></li></ul><blockquote>{{ name }} said ${repeated('something ', 12)}</blockquote><pre>  {{ name }}\n   kept  </pre>`,
  'paragraphs around values': `<div><p>{{ name }}</p><p></p><p>{{ nothing }}</p><p>${repeated('text to wrap ', 10)}{{ name }}, {{ city }}<br>{{ name }}<br><br>new line{{ url }}</p></div>`,
  'a table': '<table><tr><th>{{ name }}</th><td>{{ city }}</td></tr><tr><td colspan="2">{{ url }}</td></tr></table>',
  'broken HTML': '<p>{{ name }}<div><b>x<i>{{ city }}</b></p><a href="x>{{ url }}</a><p "{{ name }}',
  'a newsletter': `<!DOCTYPE html><html><head><title>{{ name }}</title><style>td{padding:0}</style></head><body><table>${Array.from({ length: 12 }, (_, n) => row(n)).join('')}</table><p>{% if vip == "yes" %}Thank you{% endif %}</p><p><a href="{{ unsubscribe_url }}">unsubscribe</a></p></body></html>`,
  'private characters': '<p>\uE0000\uE001 {{ name }}</p>',
  'half characters': '<p>\uD83D{{ name }}\uDE00 {{ "🎉" | slice: 0 }}{{ "🎉" | slice: 1 }}</p>',
  'something very large': repeated('<p>Some text of a very large template, that goes on and on.</p>\n', 800).concat(
    '<p>{{ name }}</p>',
  ),
};

export const texts: Readonly<Record<string, string>> = {
  nothing: '',
  'a letter':
    'Dear {{ name }},\n\nyour city is {{ city | default: "unknown" }}.\n.\n-- \nUnsubscribe: {{ unsubscribe_url }}\n',
  'a condition': '{%- if vip == "yes" -%}\n  Dear VIP\n{%- else -%}\n  Dear {{ name }}\n{%- endif %}\n\nBye  \n',
  'CJK and emoji': `${repeated('안녕하세요 ', 40)}{{ name }} 🎉\n\n${repeated('世界', 80)}`,
  'from a line': 'From here\n>From there\nFrom {{ name }}\n--=_bulkhead\n',
};

export const subjects: Readonly<Record<string, string>> = {
  fixed: 'Hello',
  nothing: '{{ nothing }}',
  'a name': 'Hello {{ name }}, welcome',
  CJK: '{{ name }}님, 이번 주의 새로운 소식을 전해드립니다. 반갑습니다 여러분 {{ city }}',
  emoji: `🎉 {{ name }} ${repeated('👩‍👩‍👧‍👦', 12)}`,
  'very long': `${repeated('word ', 60)}{{ name }} ${repeated('z', 400)}`,
  'long of short words': `${repeated('word, ', 40)}{{ city }}`,
  'line breaks': 'Hello\r\nBcc: eve@example.com\r\n\r\n{{ name }}',
  quotes: '"{{ name }}" <{{ city }}>, (x); a=b _?_',
};
