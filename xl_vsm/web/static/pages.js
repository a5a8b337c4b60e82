// What makes the pages better where scripts run. Without it every page still does its work.
import { Button, ErrorSummary, FileUpload, Header, Radios, SkipLink, createAll } from "./nhsuk/nhsuk-frontend.min.js";

document.body.classList.add("js-enabled", "nhsuk-frontend-supported");
for (const component of [Button, ErrorSummary, FileUpload, Header, Radios, SkipLink]) {
  createAll(component);
}
