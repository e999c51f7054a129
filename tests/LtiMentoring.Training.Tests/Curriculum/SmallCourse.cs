namespace LtiMentoring.Training.Tests.Curriculum;

// The smallest course with a bit of everything. Every line that a test points at stands in it once.
static class SmallCourse
{
    public const string Course = """
        format: lti-mentoring/1
        kind: course
        id: small-course
        revision: 1
        language: en
        title: A small course
        summary: One module.
        languages: [en, es]
        fill: { district: your district }
        competencies:
          - { id: listening, title: Listening, about: Lets the other get to the end. }
          - { id: repair, title: Repair, about: Goes back to one's own line. }
        moves:
          - { id: advice, title: Advice, about: Offers a way. }
        modules:
          - 01-first

        """;

    public const string Module = """
        format: lti-mentoring/1
        kind: module
        id: 01-first
        revision: 1
        language: en
        title: First module
        summary: A page and a talk.
        minutes: 7
        objectives:
          - { id: purpose, text: Say what it is for. }
        lessons:
          - id: welcome
            kind: page
            title: Welcome
            minutes: 2
            text: |
              Somebody in {district} is waiting.
          - id: the-talk
            kind: role-play
            title: The talk
            minutes: 5
            scenario: talk

        """;

    public const string Talk = """
        format: lti-mentoring/1
        kind: scenario
        id: talk
        revision: 1
        language: en
        title: A talk
        summary: Theo asks.
        minutes: 5
        competencies: [listening]
        personas:
          - { id: theo, name: Theo Marsh, want: To sleep. }
        states:
          - id: trust
            levels: [low, steady, high]
            start: steady
        context: |
          Thursday, 3:40.
        anticipate:
          - { id: under-the-ask, prompt: What might be under it? }
        start: ask
        scenes:
          - id: ask
            title: The ask
            speaker: theo
            text: |
              Could you send it?
            inner: |
              Say yes.
            choices:
              - id: fix
                say: |
                  Take mine.
                does: [advice]
                effect: { trust: down }
                feedback: |
                  Theo zips his bag.
                goto: answer
              - id: listen
                say: |
                  Tell me more.
                does: [listening]
                effect: { trust: up }
                feedback: |
                  Theo sits down.
                goto: answer
          - id: answer
            title: The answer
            speaker: theo
            text: |
              It came apart.
            inner: |
              I said it.
            instead:
              - id: guarded
                when: { trust: low }
                text: |
                  It ran short.
                inner: |
                  Not today.
            choices:
              - id: back
                unless: { seen: answer }
                say: |
                  Once more, please.
                does: [repair]
                feedback: |
                  Theo nods.
                goto: ask
              - id: stop
                say: |
                  See you Thursday.
                does: [listening]
                feedback: |
                  Theo leaves.
                goto: hall
                instead:
                  - id: warm
                    when: { trust: high }
                    feedback: |
                      Theo leaves his jacket.
                    goto: page
          - id: hall
            text: |
              The hall is empty.
            goto: door
        endings:
          - id: door
            title: The door
            text: |
              He leaves early.
            inner: |
              Fine.
            opens: |
              Thursday can begin with his week.
            instead:
              - id: guarded-door
                when: { trust: low }
                text: |
                  He leaves at once.
          - id: page
            title: A page
            text: |
              He writes a page.
            inner: |
              Mine.
            opens: |
              Thursday can begin with his page.
        reflect:
          - { id: look-again, recall: under-the-ask, prompt: What would you add now? }
        debrief:
          text: |
            Below is your path.
          notes:
            - id: ask-note
              at: ask
              text: |
                Under the files is a night.

        """;

    public const string SpanishTalk = """
        format: lti-mentoring/1
        kind: scenario
        id: talk
        revision: 1
        language: es
        title: Una plática
        personas:
          - id: theo
            want: Dormir.
        scenes:
          - id: ask
            title: La petición
            text: |
              ¿Me lo mandas?
            choices:
              - id: listen
                say: |
                  Cuéntame más.
          - id: answer
            instead:
              - id: guarded
                text: |
                  Se quedó corta.
        endings:
          - id: door
            opens: |
              El jueves puede empezar con su semana.

        """;
}
