// The button on Excel's ribbon: opens the task pane, where progress and faults show, and presses the
// button there. The manifest knows it by the name given last.
async function checkThisWorkbook(event) {
  try {
    await Office.addin.showAsTaskpane();
    document.querySelector("[xw-click=check_this_workbook]").click();
  } finally {
    event.completed();
  }
}

Office.actions.associate("check-this-workbook", checkThisWorkbook);
