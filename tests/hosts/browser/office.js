// Stands in for Microsoft's office.js. The add-in's page and all of its other scripts are the
// server's own; here is only what Excel would be to them: a workbook with a name, the user's
// regional settings, a place where functions are registered, and errors that cells show.
(() => {
  const functions = new Map();
  const noEffect = () => {};

  class RequestContext {
    constructor() {
      this.workbook = { name: "Pay.xlsx", load: noEffect };
      this.application = {
        cultureInfo: {
          name: "en-GB",
          load: noEffect,
          datetimeFormat: { shortDatePattern: "dd/mm/yyyy", load: noEffect },
        },
      };
    }

    async sync() {}
  }

  class CellFault extends Error {
    constructor(code, message) {
      super(message);
      this.code = code;
    }
  }

  globalThis.Office = {
    onReady: async (told = noEffect) => {
      const host = { host: "Excel", platform: "OfficeOnline" };
      await told(host);
      return host;
    },
    context: { requirements: { isSetSupported: () => true } },
    actions: { associate: noEffect },
  };
  globalThis.Excel = {
    RequestContext,
    run: async (work) => work(new RequestContext()),
  };
  globalThis.CustomFunctions = {
    Error: CellFault,
    ErrorCode: { invalidValue: "#VALUE!" },
    associate: (name, answer) => functions.set(name, answer),
  };

  async function calculate({ name, given, address }, index) {
    const invocation = { address: address ?? `Sheet1!B${index + 2}` };
    try {
      return { result: await functions.get(name)(...given, invocation) };
    } catch (fault) {
      return { code: fault.code ?? "broken", words: String(fault.message ?? fault) };
    }
  }

  // What the tests ask: which functions there are, and what formulas show, all begun at once as
  // Excel begins them.
  globalThis.sheet = {
    names: () => [...functions.keys()],
    calculate: (formulas) => Promise.all(formulas.map(calculate)),
  };
})();
