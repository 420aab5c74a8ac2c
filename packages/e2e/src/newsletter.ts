/** The letter of the sample campaign: personal, with defaults, a condition, a filter and a link to follow. */
export const newsletter = {
  name: 'November letter',
  subject: '{{ name | default: "Dear reader" }}, your {{ plan | default: "free" }} plan in November',
  html: `<!doctype html>
<html lang="en">
<body style="margin:0;background:#f4f1ea;font-family:Georgia,serif;color:#222">
  <div style="max-width:560px;margin:0 auto;padding:32px 24px;background:#ffffff">
    <h1 style="font-size:24px">Hello, {{ name | default: "dear reader" }} 👋</h1>
    <p>Greetings to {{ city | default: "wherever you are" }}. You have been with us since {{ joined | default: "a while" }}.</p>
    {% if plan == "pro" %}<p>Thank you for being a <strong>pro</strong> member.</p>{% else %}<p>Pro members read this letter a day earlier.</p>{% endif %}
    <p>Your points: <strong>{{ points | default: 0 }}</strong></p>
    <p><a href="https://www.example.com/november" style="color:#0b57d0">Read the November letter</a></p>
    <p style="font-size:12px;color:#666">안녕하세요 · こんにちは · مرحبا · Здравствуйте</p>
    <p style="font-size:12px;color:#666"><a href="{{ unsubscribe_url }}" style="color:#666">Unsubscribe</a></p>
  </div>
</body>
</html>`,
} as const;

/** The greeting line that a recipient of this name must find in the mail. */
export const greeting = (name: string): string => `Hello, ${name} 👋`;
