<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name></name>
    <message numerus="yes">
        <source> Nor are %n more files in the models folders.</source>
        <translation>
            <numerusform> Auch %n weitere Datei in den Modellordnern nicht.</numerusform>
            <numerusform> Auch %n weitere Dateien in den Modellordnern nicht.</numerusform>
        </translation>
    </message>
    <message>
        <source>The model file {name} is not used. {what}{more}</source>
        <translation>Die Modelldatei {name} wird nicht verwendet. {what}{more}</translation>
    </message>
    <message>
        <source>There was no answer.</source>
        <translation>Es kam keine Antwort.</translation>
    </message>
    <message>
        <source>There was no answer within ten minutes.</source>
        <translation>Zehn Minuten lang kam keine Antwort.</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>Befehl suchen</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>Was soll geschehen?</translation>
    </message>
    <message>
        <source>Words of the command</source>
        <translation>Wörter des Befehls</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>No command has these words.</source>
        <translation>Kein Befehl enthält diese Wörter.</translation>
    </message>
    <message>
        <source>Export clip</source>
        <translation>Clip exportieren</translation>
    </message>
    <message>
        <source>Name of the file</source>
        <translation>Name der Datei</translation>
    </message>
    <message>
        <source>How large the file will be, tried out</source>
        <translation>Wie groß die Datei wird, durch einen Versuch ermittelt</translation>
    </message>
    <message>
        <source>&amp;Whole picture</source>
        <translation>&amp;Ganzes Bild</translation>
    </message>
    <message>
        <source>Take back the cut</source>
        <translation>Zuschnitt zurücknehmen</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>Fortschritt des Exports</translation>
    </message>
    <message>
        <source>Show in &amp;folder</source>
        <translation>Im &amp;Ordner zeigen</translation>
    </message>
    <message>
        <source>Open the folder the file is in</source>
        <translation>Den Ordner der Datei öffnen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close, stopping a running export  (Esc)</source>
        <translation>Schließen; ein laufender Export wird abgebrochen  (Esc)</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exportieren</translation>
    </message>
    <message>
        <source>Write the file  (Enter)</source>
        <translation>Datei schreiben  (Enter)</translation>
    </message>
    <message>
        <source>Prese&amp;t</source>
        <translation>&amp;Vorlage</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>F&amp;older</source>
        <translation>O&amp;rdner</translation>
    </message>
    <message>
        <source>{width} × {height} pixels</source>
        <translation>{width} × {height} Pixel</translation>
    </message>
    <message numerus="yes">
        <source>%n frames</source>
        <translation>
            <numerusform>%n Bild</numerusform>
            <numerusform>%n Bilder</numerusform>
        </translation>
    </message>
    <message>
        <source>at {rate:g} frames per second, the most this format plays</source>
        <translation>mit {rate:g} Bildern pro Sekunde, mehr spielt dieses Format nicht</translation>
    </message>
    <message>
        <source>No pictures are in this format.</source>
        <translation>Dieses Format enthält keine Bilder.</translation>
    </message>
    <message>
        <source>about </source>
        <translation>etwa </translation>
    </message>
    <message>
        <source>There is no preview.</source>
        <translation>Es gibt keine Vorschau.</translation>
    </message>
    <message>
        <source>Choose the folder, now {folder}</source>
        <translation>Ordner wählen, jetzt {folder}</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>Exportieren nach</translation>
    </message>
    <message>
        <source>Replace?</source>
        <translation>Ersetzen?</translation>
    </message>
    <message>
        <source>{name} already exists.</source>
        <translation>{name} existiert bereits.</translation>
    </message>
    <message>
        <source>Replace it with this clip?</source>
        <translation>Durch diesen Clip ersetzen?</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>&amp;Ersetzen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Saved {name} ({size}) in {parent}.</source>
        <translation>{name} ({size}) in {parent} gespeichert.</translation>
    </message>
    <message>
        <source>The export failed. Details are in the crash log.</source>
        <translation>Der Export ist fehlgeschlagen. Näheres steht im Absturzprotokoll.</translation>
    </message>
    <message>
        <source>The crop as the model made it, or the crop or the whole photo with the photo&apos;s own pixels</source>
        <translation>Der Ausschnitt, wie das Modell ihn macht, oder Ausschnitt oder ganzes Foto mit den Pixeln des Fotos</translation>
    </message>
    <message>
        <source>Model   {width} × {height} px</source>
        <translation>Modell   {width} × {height} px</translation>
    </message>
    <message>
        <source>Crop   {side} × {side} px</source>
        <translation>Ausschnitt   {side} × {side} px</translation>
    </message>
    <message>
        <source>Photo   {width} × {height} px</source>
        <translation>Foto   {width} × {height} px</translation>
    </message>
    <message>
        <source>Photo, its longer side</source>
        <translation>Foto, längere Seite</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Longer side of the picture</source>
        <translation>Längere Seite des Bildes</translation>
    </message>
    <message>
        <source>This format holds no pictures of another size.</source>
        <translation>Dieses Format kennt keine andere Bildgröße.</translation>
    </message>
    <message>
        <source>This model draws, and at its own size only.</source>
        <translation>Dieses Modell zeichnet, und nur in seiner eigenen Größe.</translation>
    </message>
    <message>
        <source>Size of the picture</source>
        <translation>Größe des Bildes</translation>
    </message>
    <message>
        <source>Choose a frame</source>
        <translation>Einzelbild wählen</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>Einzelbild</translation>
    </message>
    <message>
        <source>The frame to start from  (Left, Right, Home, End)</source>
        <translation>Das Bild, mit dem begonnen wird  (Links, Rechts, Pos1, Ende)</translation>
    </message>
    <message>
        <source>&amp;Use this frame</source>
        <translation>Dieses &amp;Bild verwenden</translation>
    </message>
    <message>
        <source>&amp;Drive the open photo</source>
        <translation>Das offene Foto &amp;antreiben</translation>
    </message>
    <message>
        <source>The figure of the open photo moves as the one in this video does</source>
        <translation>Die Figur des offenen Fotos bewegt sich wie die in diesem Video</translation>
    </message>
    <message numerus="yes">
        <source>{name} has %n frames. The clip starts from one of them.</source>
        <translation>
            <numerusform>{name} hat %n Bild. Der Clip beginnt damit.</numerusform>
            <numerusform>{name} hat %n Bilder. Der Clip beginnt mit einem davon.</numerusform>
        </translation>
    </message>
    <message>
        <source>Help – KPVP Studio</source>
        <translation>Hilfe – KPVP Studio</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>The page</source>
        <translation>Die Seite</translation>
    </message>
    <message>
        <source>The documents are not in {folder}. Install the program again to have them.</source>
        <translation>Die Dokumente sind nicht in {folder}. Eine neue Installation bringt sie zurück.</translation>
    </message>
    <message>
        <source>The authors of the paper released TensorFlow checkpoints in two stages. Each may be a folder, the zip as downloaded, or an .index file. Nothing in them is executed, and they are not changed. Networks that only training needs come along where they are there, so that training can go on from this model.</source>
        <translation>Die Autoren der Veröffentlichung haben TensorFlow-Checkpoints in zwei Stufen bereitgestellt. Jede kann ein Ordner, das heruntergeladene Zip oder eine .index-Datei sein. Nichts darin wird ausgeführt oder verändert. Netze, die nur das Training braucht, kommen mit, wo es sie gibt, damit von diesem Modell aus weiter trainiert werden kann.</translation>
    </message>
    <message>
        <source>Folder, zip or .index file</source>
        <translation>Ordner, Zip oder .index-Datei</translation>
    </message>
    <message>
        <source>Browse</source>
        <translation>Durchsuchen</translation>
    </message>
    <message>
        <source>Folder...</source>
        <translation>Ordner...</translation>
    </message>
    <message>
        <source>Zip or .index file...</source>
        <translation>Zip oder .index-Datei...</translation>
    </message>
    <message>
        <source>Checkpoints (*.zip *.index);;All files (*)</source>
        <translation>Checkpoints (*.zip *.index);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Import the authors&apos; checkpoint</source>
        <translation>Checkpoint der Autoren importieren</translation>
    </message>
    <message>
        <source>Stage 1, detector and translator</source>
        <translation>Stufe 1, Detektor und Übersetzer</translation>
    </message>
    <message>
        <source>Stage 2, motion generator</source>
        <translation>Stufe 2, Bewegungsgenerator</translation>
    </message>
    <message>
        <source>Name of the model</source>
        <translation>Name des Modells</translation>
    </message>
    <message>
        <source>Names of the actions</source>
        <translation>Namen der Aktionen</translation>
    </message>
    <message>
        <source>the paper&apos;s nine, unless you name others: wave, jump</source>
        <translation>die neun der Veröffentlichung, sonst eigene: winken, springen</translation>
    </message>
    <message>
        <source>Stage &amp;1</source>
        <translation>Stufe &amp;1</translation>
    </message>
    <message>
        <source>Stage &amp;2</source>
        <translation>Stufe &amp;2</translation>
    </message>
    <message>
        <source>&amp;Actions</source>
        <translation>&amp;Aktionen</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importieren</translation>
    </message>
    <message>
        <source>Choose where stage 1 and stage 2 are.</source>
        <translation>Bitte wählen, wo Stufe 1 und Stufe 2 liegen.</translation>
    </message>
    <message>
        <source>Give the model a name of letters, digits, spaces, dots and dashes.</source>
        <translation>Das Modell braucht einen Namen aus Buchstaben, Ziffern, Leerzeichen, Punkten und Strichen.</translation>
    </message>
    <message>
        <source>There is a model called {name} already. Choose another name.</source>
        <translation>Ein Modell namens {name} gibt es schon. Bitte einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>Importing...</source>
        <translation>Wird importiert...</translation>
    </message>
    <message>
        <source>Something went wrong. Details are in {record}.</source>
        <translation>Etwas ist schiefgegangen. Näheres steht in {record}.</translation>
    </message>
    <message>
        <source>Change keys</source>
        <translation>Tasten ändern</translation>
    </message>
    <message>
        <source>Find a command or key</source>
        <translation>Befehl oder Taste suchen</translation>
    </message>
    <message>
        <source>Words of the command, or its key</source>
        <translation>Wörter des Befehls oder seine Taste</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Neue Taste</translation>
    </message>
    <message>
        <source>&amp;No key</source>
        <translation>&amp;Keine Taste</translation>
    </message>
    <message>
        <source>The command has no key then</source>
        <translation>Der Befehl hat dann keine Taste</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>&amp;Zurücksetzen</translation>
    </message>
    <message>
        <source>The key it came with</source>
        <translation>Die ursprüngliche Taste</translation>
    </message>
    <message>
        <source>&amp;Use it here</source>
        <translation>&amp;Hier verwenden</translation>
    </message>
    <message>
        <source>Take the key away from the other command</source>
        <translation>Die Taste dem anderen Befehl wegnehmen</translation>
    </message>
    <message>
        <source>Reset &amp;all</source>
        <translation>&amp;Alle zurücksetzen</translation>
    </message>
    <message>
        <source>All keys as they came</source>
        <translation>Alle Tasten wie zu Beginn</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>{shown} is for {use}. Press another key.</source>
        <translation>{shown} ist für {use} da. Bitte eine andere Taste drücken.</translation>
    </message>
    <message>
        <source>{shown} belongs to {other}. Use it here, or press another key.</source>
        <translation>{shown} gehört zu {other}. Hier verwenden oder eine andere Taste drücken.</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>&amp;Change keys...</source>
        <translation>Tasten ä&amp;ndern...</translation>
    </message>
    <message>
        <source>Landmark error</source>
        <translation>Fehler der Gelenkpunkte</translation>
    </message>
    <message>
        <source>How far joints read off keypoints are from the true ones</source>
        <translation>Wie weit aus Keypoints abgelesene Gelenke von den wahren entfernt sind</translation>
    </message>
    <message>
        <source>PSNR where it moves</source>
        <translation>PSNR, wo sich etwas bewegt</translation>
    </message>
    <message>
        <source>Real clips redrawn from their own keypoints</source>
        <translation>Echte Clips, aus ihren eigenen Keypoints neu gezeichnet</translation>
    </message>
    <message>
        <source>… of the photo, unmoved</source>
        <translation>… des unbewegten Fotos</translation>
    </message>
    <message>
        <source>What doing nothing would score</source>
        <translation>Was Nichtstun erreichen würde</translation>
    </message>
    <message>
        <source>Mask on the figure</source>
        <translation>Maske auf der Figur</translation>
    </message>
    <message>
        <source>Overlap of the mask with the true figure</source>
        <translation>Überdeckung der Maske mit der wahren Figur</translation>
    </message>
    <message>
        <source>Joint error</source>
        <translation>Gelenkfehler</translation>
    </message>
    <message>
        <source>Of a pose network, on redrawn real clips</source>
        <translation>Von einem Posen-Netz, auf neu gezeichneten echten Clips</translation>
    </message>
    <message>
        <source>Actions recognised</source>
        <translation>Erkannte Aktionen</translation>
    </message>
    <message>
        <source>By a classifier, in imagined clips</source>
        <translation>Von einem Klassifikator, in erdachten Clips</translation>
    </message>
    <message>
        <source>… in real clips</source>
        <translation>… in echten Clips</translation>
    </message>
    <message>
        <source>By the same classifier</source>
        <translation>Vom selben Klassifikator</translation>
    </message>
    <message>
        <source>Best of ten futures</source>
        <translation>Beste von zehn Zukünften</translation>
    </message>
    <message>
        <source>Distance of the nearest of ten to what really followed</source>
        <translation>Abstand der nächsten von zehn zu dem, was wirklich folgte</translation>
    </message>
    <message>
        <source>Spread of futures</source>
        <translation>Streuung der Zukünfte</translation>
    </message>
    <message>
        <source>How far futures of one photo are from each other</source>
        <translation>Wie verschieden die Zukünfte eines Fotos sind</translation>
    </message>
    <message>
        <source>… of real clips</source>
        <translation>… echter Clips</translation>
    </message>
    <message>
        <source>The same for real clips of one action</source>
        <translation>Dasselbe für echte Clips einer Aktion</translation>
    </message>
    <message>
        <source>Measured on</source>
        <translation>Clips der Messung</translation>
    </message>
    <message>
        <source>Held out from training</source>
        <translation>Vom Training zurückgehalten</translation>
    </message>
    <message>
        <source>Open the folder that its file is in</source>
        <translation>Den Ordner seiner Datei öffnen</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Anmerkungen</translation>
    </message>
    <message>
        <source>It does not say what it learned from.</source>
        <translation>Es sagt nicht, woraus es gelernt hat.</translation>
    </message>
    <message>
        <source>in its card</source>
        <translation>in seiner Karte</translation>
    </message>
    <message>
        <source>measured now</source>
        <translation>jetzt gemessen</translation>
    </message>
    <message numerus="yes">
        <source> and %n more</source>
        <translation>
            <numerusform> und %n weitere</numerusform>
            <numerusform> und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>its file is gone</source>
        <translation>seine Datei ist fort</translation>
    </message>
    <message>
        <source>moves the photo&apos;s own pixels</source>
        <translation>bewegt die Pixel des Fotos</translation>
    </message>
    <message>
        <source>draws all pixels</source>
        <translation>zeichnet alle Pixel</translation>
    </message>
    <message>
        <source>{image_size} px</source>
        <translation>{image_size} px</translation>
    </message>
    <message>
        <source>{rate:g} frames per second</source>
        <translation>{rate:g} Bilder pro Sekunde</translation>
    </message>
    <message>
        <source>made {created}</source>
        <translation>erstellt {created}</translation>
    </message>
    <message>
        <source>licence {licence}</source>
        <translation>Lizenz {licence}</translation>
    </message>
    <message>
        <source>{parts}
Actions: {actions}{more}</source>
        <translation>{parts}
Aktionen: {actions}{more}</translation>
    </message>
    <message>
        <source>Models that came with the program stay as they are</source>
        <translation>Mitgelieferte Modelle bleiben, wie sie sind</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>&amp;Add a model...</source>
        <translation>Modell &amp;hinzufügen...</translation>
    </message>
    <message>
        <source>Choose a model&apos;s file, or drop one here</source>
        <translation>Die Datei eines Modells wählen oder hier ablegen</translation>
    </message>
    <message>
        <source>&amp;Use</source>
        <translation>&amp;Verwenden</translation>
    </message>
    <message>
        <source>Make clips with this model</source>
        <translation>Clips mit diesem Modell machen</translation>
    </message>
    <message>
        <source>Re&amp;name...</source>
        <translation>&amp;Umbenennen...</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>&amp;Evaluate</source>
        <translation>&amp;Bewerten</translation>
    </message>
    <message>
        <source>Fine-&amp;tune...</source>
        <translation>Nach&amp;trainieren...</translation>
    </message>
    <message>
        <source>Train it further on other clips</source>
        <translation>Mit anderen Clips weiter trainieren</translation>
    </message>
    <message>
        <source>or drop its file here</source>
        <translation>oder die Datei hier ablegen</translation>
    </message>
    <message>
        <source>Close  (Esc)</source>
        <translation>Schließen  (Esc)</translation>
    </message>
    <message>
        <source> (in use)</source>
        <translation> (in Gebrauch)</translation>
    </message>
    <message>
        <source>yours</source>
        <translation>eigenes</translation>
    </message>
    <message>
        <source>came with the program</source>
        <translation>mitgeliefert</translation>
    </message>
    <message>
        <source>Give it another name</source>
        <translation>Einen anderen Namen geben</translation>
    </message>
    <message>
        <source>Delete it; this can be undone</source>
        <translation>Löschen; lässt sich rückgängig machen</translation>
    </message>
    <message>
        <source>Stop &amp;evaluating</source>
        <translation>B&amp;ewertung abbrechen</translation>
    </message>
    <message numerus="yes">
        <source>Measure it on %n held-out clips, or on a folder of clips</source>
        <translation>
            <numerusform>Auf %n zurückgehaltenen Clip oder einem Ordner von Clips messen</numerusform>
            <numerusform>Auf %n zurückgehaltenen Clips oder einem Ordner von Clips messen</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a model</source>
        <translation>Modell hinzufügen</translation>
    </message>
    <message>
        <source>Models (*{suffix})</source>
        <translation>Modelle (*{suffix})</translation>
    </message>
    <message>
        <source>Rename the model</source>
        <translation>Modell umbenennen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>{model} was deleted.</source>
        <translation>{model} wurde gelöscht.</translation>
    </message>
    <message>
        <source>Clips to measure on, a folder for each action</source>
        <translation>Clips zum Messen, ein Ordner je Aktion</translation>
    </message>
    <message>
        <source>{model} is measured on clips of {name}…</source>
        <translation>{model} wird auf Clips von {name} gemessen…</translation>
    </message>
    <message>
        <source>It could not be measured. {words}</source>
        <translation>Die Messung war nicht möglich. {words}</translation>
    </message>
    <message>
        <source>Keypoints (*.csv *.json);;All files (*)</source>
        <translation>Keypoints (*.csv *.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Import trajectories</source>
        <translation>Trajektorien importieren</translation>
    </message>
    <message>
        <source>Picture (*.png);;Page (*.pdf)</source>
        <translation>Bild (*.png);;Seite (*.pdf)</translation>
    </message>
    <message>
        <source>Save figure</source>
        <translation>Abbildung speichern</translation>
    </message>
    <message>
        <source>{name} could not be written: {reason}.</source>
        <translation>{name} konnte nicht geschrieben werden: {reason}.</translation>
    </message>
    <message>
        <source>Choose another folder or name.</source>
        <translation>Bitte einen anderen Ordner oder Namen wählen.</translation>
    </message>
    <message>
        <source>Fastest there is</source>
        <translation>Das schnellste vorhandene</translation>
    </message>
    <message>
        <source>NVIDIA GPU (CUDA)</source>
        <translation>NVIDIA-GPU (CUDA)</translation>
    </message>
    <message>
        <source>Apple GPU (MPS)</source>
        <translation>Apple-GPU (MPS)</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Hell oder dunkel</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Language of menus and texts</source>
        <translation>Sprache der Menüs und Texte</translation>
    </message>
    <message>
        <source>Where the networks run</source>
        <translation>Wo die Netze rechnen</translation>
    </message>
    <message>
        <source>&amp;Open models folder</source>
        <translation>Modellordner &amp;öffnen</translation>
    </message>
    <message>
        <source>Model files put there are found at the next start</source>
        <translation>Modelldateien darin werden beim nächsten Start gefunden</translation>
    </message>
    <message>
        <source>Change &amp;keys...</source>
        <translation>&amp;Tasten ändern...</translation>
    </message>
    <message>
        <source>Language and device take effect at the next start.</source>
        <translation>Sprache und Gerät gelten ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>&amp;Aussehen</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>&amp;Device</source>
        <translation>&amp;Gerät</translation>
    </message>
    <message>
        <source>Your models</source>
        <translation>Eigene Modelle</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Tastatur</translation>
    </message>
    <message>
        <source>Train a model</source>
        <translation>Modell trainieren</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>Reading what can be trained…</source>
        <translation>Trainingsmöglichkeiten werden gelesen…</translation>
    </message>
    <message>
        <source>What the model will be called in the list of models</source>
        <translation>Wie das Modell in der Modellliste heißen wird</translation>
    </message>
    <message>
        <source>What its pictures show, in a sentence (may stay empty)</source>
        <translation>Was die Bilder zeigen, in einem Satz (kann leer bleiben)</translation>
    </message>
    <message>
        <source>Said in the model&apos;s card and beside the list of models</source>
        <translation>Steht in der Karte des Modells und neben der Modellliste</translation>
    </message>
    <message>
        <source>What its pictures show</source>
        <translation>Was die Bilder zeigen</translation>
    </message>
    <message>
        <source>&amp;Start training</source>
        <translation>Training &amp;starten</translation>
    </message>
    <message>
        <source>Start training in a process of its own; this window stays free  (Enter)</source>
        <translation>Training in einem eigenen Prozess starten; dieses Fenster bleibt frei  (Enter)</translation>
    </message>
    <message>
        <source>&amp;Pictures</source>
        <translation>&amp;Bilder</translation>
    </message>
    <message>
        <source>Start f&amp;rom</source>
        <translation>Be&amp;ginnen mit</translation>
    </message>
    <message>
        <source>What can be trained could not be read: {error}</source>
        <translation>Was trainiert werden kann, ließ sich nicht lesen: {error}</translation>
    </message>
    <message>
        <source>The settings of {name} could not be read.</source>
        <translation>Die Einstellungen von {name} konnten nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The settings of the run {name}, as it was started.</source>
        <translation>Die Einstellungen des Laufs {name}, wie er gestartet wurde.</translation>
    </message>
    <message>
        <source>As “{title}”</source>
        <translation>Wie „{title}“</translation>
    </message>
    <message>
        <source>For: {suits}</source>
        <translation>Für: {suits}</translation>
    </message>
    <message>
        <source>Path of a folder, or “{source}” to try it</source>
        <translation>Pfad eines Ordners, oder „{source}“ zum Ausprobieren</translation>
    </message>
    <message>
        <source>Give the model a name.</source>
        <translation>Das Modell braucht einen Namen.</translation>
    </message>
    <message>
        <source>Looking at the clips…</source>
        <translation>Die Clips werden angesehen…</translation>
    </message>
    <message>
        <source>Checking the settings…</source>
        <translation>Die Einstellungen werden geprüft…</translation>
    </message>
    <message>
        <source>The time could not be estimated.</source>
        <translation>Die Dauer ließ sich nicht schätzen.</translation>
    </message>
    <message>
        <source>A drawn world: its clips are drawn before training begins, and kept.</source>
        <translation>Eine gezeichnete Welt: Ihre Clips werden vor dem Training gezeichnet und aufbewahrt.</translation>
    </message>
    <message>
        <source>Choose a &amp;folder...</source>
        <translation>&amp;Ordner wählen...</translation>
    </message>
    <message>
        <source>A folder of clips, or of one folder of clips for every class</source>
        <translation>Ein Ordner mit Clips, oder mit einem Ordner von Clips je Klasse</translation>
    </message>
    <message>
        <source>Drawn &amp;world</source>
        <translation>Gezeichnete &amp;Welt</translation>
    </message>
    <message>
        <source>Clips that are drawn as they are needed: no data of one&apos;s own</source>
        <translation>Clips, die nach Bedarf gezeichnet werden: ohne eigene Daten</translation>
    </message>
    <message>
        <source>C&amp;haracters...</source>
        <translation>&amp;Charaktere...</translation>
    </message>
    <message>
        <source>Path of a folder, or the name of a world</source>
        <translation>Pfad eines Ordners oder Name einer Welt</translation>
    </message>
    <message>
        <source>Folder of clips, or name of a world</source>
        <translation>Ordner mit Clips oder Name einer Welt</translation>
    </message>
    <message>
        <source>Clips</source>
        <translation>Clips</translation>
    </message>
    <message>
        <source>Choose a folder of clips.</source>
        <translation>Bitte einen Ordner mit Clips wählen.</translation>
    </message>
    <message>
        <source>There is no such folder.</source>
        <translation>Diesen Ordner gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no clip in this folder that can be used.</source>
        <translation>In diesem Ordner ist kein brauchbarer Clip.</translation>
    </message>
    <message>
        <source>Rigged characters are taken from {characters}</source>
        <translation>Animierbare Charaktere kommen aus {characters}</translation>
    </message>
    <message>
        <source>A folder of rigged characters (.glb) for worlds that draw them</source>
        <translation>Ein Ordner animierbarer Charaktere (.glb) für Welten, die sie zeichnen</translation>
    </message>
    <message>
        <source>A photo, an action and a latent go in; a clip whose every part can be seen comes out. The networks find keypoints in the photo, imagine how they move, and draw each frame from them. Everything runs on this machine.</source>
        <translation>Ein Foto, eine Aktion und ein Latent gehen hinein; heraus kommt ein Clip, von dem jeder Teil zu sehen ist. Die Netze finden Keypoints im Foto, denken sich aus, wie sie sich bewegen, und zeichnen daraus jedes Bild. Alles läuft auf diesem Rechner.</translation>
    </message>
    <message>
        <source>About KPVP Studio</source>
        <translation>Über KPVP Studio</translation>
    </message>
    <message>
        <source>Licensed under Apache-2.0</source>
        <translation>Lizenziert unter Apache-2.0</translation>
    </message>
    <message>
        <source>Crash log: {path}</source>
        <translation>Absturzprotokoll: {path}</translation>
    </message>
    <message>
        <source>&amp;Copy details</source>
        <translation>Details &amp;kopieren</translation>
    </message>
    <message>
        <source>What is installed, and what is wrong with it, for the clipboard</source>
        <translation>Was installiert ist und was daran nicht stimmt, für die Zwischenablage</translation>
    </message>
    <message>
        <source>&amp;Program</source>
        <translation>&amp;Programm</translation>
    </message>
    <message>
        <source>&amp;Licences</source>
        <translation>&amp;Lizenzen</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Wird angesehen…</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Parts of the program</source>
        <translation>Teile des Programms</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>Text der Lizenz</translation>
    </message>
    <message>
        <source>Choose a part to read its licence.</source>
        <translation>Einen Teil wählen, um seine Lizenz zu lesen.</translation>
    </message>
    <message>
        <source>The list could not be made: {error}</source>
        <translation>Die Liste ließ sich nicht erstellen: {error}</translation>
    </message>
    <message>
        <source>Left out: {first}</source>
        <translation>Ausgelassen: {first}</translation>
    </message>
    <message numerus="yes">
        <source> (and %n more)</source>
        <translation>
            <numerusform> (und %n weiterer)</numerusform>
            <numerusform> (und %n weitere)</numerusform>
        </translation>
    </message>
    <message>
        <source>Drop a folder of clips here

One folder for every class, or just clips</source>
        <translation>Einen Ordner mit Clips hier ablegen

Ein Ordner je Klasse, oder nur Clips</translation>
    </message>
    <message>
        <source>A folder of clips</source>
        <translation>Ein Ordner mit Clips</translation>
    </message>
    <message>
        <source>A folder of rigged characters</source>
        <translation>Ein Ordner animierbarer Charaktere</translation>
    </message>
    <message numerus="yes">
        <source>%n clips, </source>
        <translation>
            <numerusform>%n Clip, </numerusform>
            <numerusform>%n Clips, </numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n classes: {many}</source>
        <translation>
            <numerusform>%n Klasse: {many}</numerusform>
            <numerusform>%n Klassen: {many}</numerusform>
        </translation>
    </message>
    <message>
        <source>no classes</source>
        <translation>keine Klassen</translation>
    </message>
    <message>
        <source>{shortest} to {longest}, mostly about {most:g}</source>
        <translation>{shortest} bis {longest}, meist etwa {most:g}</translation>
    </message>
    <message>
        <source>{lengths} frames a clip · {rates}{sizes}</source>
        <translation>{lengths} Bilder je Clip · {rates}{sizes}</translation>
    </message>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source>{rates} fps · </source>
        <translation>{rates} Bilder/s · </translation>
    </message>
    <message>
        <source> and others</source>
        <translation> und andere</translation>
    </message>
    <message>
        <source>Contact sheet of the clips</source>
        <translation>Übersicht der Clips</translation>
    </message>
    <message>
        <source>Step 1: detector and translator</source>
        <translation>Schritt 1: Detektor und Übersetzer</translation>
    </message>
    <message>
        <source>Step 3: motion generator</source>
        <translation>Schritt 3: Bewegungsgenerator</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>Netze</translation>
    </message>
    <message>
        <source>Augmentation</source>
        <translation>Augmentierung</translation>
    </message>
    <message>
        <source>Reports and checkpoints</source>
        <translation>Berichte und Checkpoints</translation>
    </message>
    <message>
        <source>The run</source>
        <translation>Der Lauf</translation>
    </message>
    <message>
        <source>{section}, expert settings</source>
        <translation>{section}, Experteneinstellungen</translation>
    </message>
    <message>
        <source>, by default {default}{unit}</source>
        <translation>, voreingestellt {default}{unit}</translation>
    </message>
    <message>
        <source>All networks begin with random weights.</source>
        <translation>Alle Netze beginnen mit zufälligen Gewichten.</translation>
    </message>
    <message>
        <source>Fine-tuning: the networks begin as this model&apos;s where their sizes agree. Discriminators and optimizers start afresh.</source>
        <translation>Nachtrainieren: Die Netze beginnen wie die dieses Modells, wo ihre Größen übereinstimmen. Diskriminatoren und Optimierer fangen neu an.</translation>
    </message>
    <message>
        <source>Fine-tuning with everything: networks, averages, discriminators and optimizers go on where sizes agree; steps count from 0.</source>
        <translation>Nachtrainieren mit allem: Netze, Mittelwerte, Diskriminatoren und Optimierer machen weiter, wo Größen übereinstimmen; Schritte zählen ab 0.</translation>
    </message>
    <message>
        <source>Begin with random weights, or fine-tune what was trained before</source>
        <translation>Mit zufälligen Gewichten beginnen oder früher Trainiertes nachtrainieren</translation>
    </message>
    <message>
        <source>Start from</source>
        <translation>Beginnen mit</translation>
    </message>
    <message>
        <source>Nothing: new networks</source>
        <translation>Nichts: neue Netze</translation>
    </message>
    <message>
        <source>Model: {title}</source>
        <translation>Modell: {title}</translation>
    </message>
    <message>
        <source>Run: {title} ({state})</source>
        <translation>Lauf: {title} ({state})</translation>
    </message>
    <message>
        <source>Run: {title}</source>
        <translation>Lauf: {title}</translation>
    </message>
    <message numerus="yes">
        <source>storyboard of %n</source>
        <translation>
            <numerusform>Storyboard aus %n</numerusform>
            <numerusform>Storyboard aus %n</numerusform>
        </translation>
    </message>
    <message>
        <source>own z</source>
        <translation>eigenes z</translation>
    </message>
    <message>
        <source>seed {seed}</source>
        <translation>Seed {seed}</translation>
    </message>
    <message>
        <source>driven by {driver}</source>
        <translation>angetrieben von {driver}</translation>
    </message>
    <message>
        <source>edited · {seed}</source>
        <translation>bearbeitet · {seed}</translation>
    </message>
    <message>
        <source>The clip is whole.</source>
        <translation>Der Clip ist vollständig.</translation>
    </message>
    <message>
        <source>Open photo</source>
        <translation>Foto öffnen</translation>
    </message>
    <message>
        <source>Crop to the figure</source>
        <translation>Auf die Figur zuschneiden</translation>
    </message>
    <message>
        <source>Move crop</source>
        <translation>Ausschnitt verschieben</translation>
    </message>
    <message>
        <source>Choose model</source>
        <translation>Modell wählen</translation>
    </message>
    <message>
        <source>Choose action</source>
        <translation>Aktion wählen</translation>
    </message>
    <message>
        <source>Choose seed</source>
        <translation>Seed wählen</translation>
    </message>
    <message>
        <source>Choose z</source>
        <translation>z wählen</translation>
    </message>
    <message>
        <source>Move between futures</source>
        <translation>Zwischen Zukünften bewegen</translation>
    </message>
    <message>
        <source>Reuse inputs</source>
        <translation>Eingaben wiederverwenden</translation>
    </message>
    <message>
        <source>New future</source>
        <translation>Neue Zukunft</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>Stern vergeben</translation>
    </message>
    <message>
        <source>Remove star</source>
        <translation>Stern entfernen</translation>
    </message>
    <message>
        <source>There was not enough memory for this.</source>
        <translation>Dafür reichte der Speicher nicht.</translation>
    </message>
    <message>
        <source>Close other programs, or choose a smaller model.</source>
        <translation>Andere Programme schließen oder ein kleineres Modell wählen.</translation>
    </message>
    <message>
        <source>keypoint {k}</source>
        <translation>Keypoint {k}</translation>
    </message>
    <message>
        <source>Bend motion</source>
        <translation>Bewegung biegen</translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation>Glätten</translation>
    </message>
    <message>
        <source>Change speed</source>
        <translation>Tempo ändern</translation>
    </message>
    <message>
        <source>Reverse</source>
        <translation>Umkehren</translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation>Spiegeln</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Halten</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Schleife</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>There is no clip to take trajectories over.</source>
        <translation>Es gibt keinen Clip, der Trajektorien übernehmen könnte.</translation>
    </message>
    <message>
        <source>Make one first.</source>
        <translation>Bitte zuerst einen machen.</translation>
    </message>
    <message numerus="yes">
        <source>{name} has %n keypoints, this model {count}.</source>
        <translation>
            <numerusform>{name} hat %n Keypoint, dieses Modell {count}.</numerusform>
            <numerusform>{name} hat %n Keypoints, dieses Modell {count}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a file that was exported with the same model.</source>
        <translation>Bitte eine Datei wählen, die mit demselben Modell exportiert wurde.</translation>
    </message>
    <message>
        <source>Drive by video</source>
        <translation>Durch Video antreiben</translation>
    </message>
    <message>
        <source>There is no photo yet.</source>
        <translation>Es ist noch kein Foto da.</translation>
    </message>
    <message>
        <source>Drop one, paste one, or choose a sample.</source>
        <translation>Eines ablegen, einfügen oder ein Beispiel wählen.</translation>
    </message>
    <message>
        <source>No model is installed.</source>
        <translation>Kein Modell ist installiert.</translation>
    </message>
    <message>
        <source>Put a model file into the models folder and start the studio again.</source>
        <translation>Eine Modelldatei in den Modellordner legen und das Studio neu starten.</translation>
    </message>
    <message>
        <source>mean future</source>
        <translation>mittlere Zukunft</translation>
    </message>
    <message>
        <source>The seed is locked, and its future is here already.</source>
        <translation>Der Seed ist gesperrt, und seine Zukunft ist schon da.</translation>
    </message>
    <message>
        <source>Unlock the seed for another one.</source>
        <translation>Für eine andere den Seed entsperren.</translation>
    </message>
    <message>
        <source>Something went wrong inside the studio; your work is intact.</source>
        <translation>Im Studio ist etwas schiefgegangen; die Arbeit ist unversehrt.</translation>
    </message>
    <message>
        <source>Details are in {log_path}.</source>
        <translation>Näheres steht in {log_path}.</translation>
    </message>
    <message>
        <source>Rename future</source>
        <translation>Zukunft umbenennen</translation>
    </message>
    <message>
        <source>Delete future</source>
        <translation>Zukunft löschen</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n futures</source>
        <translation>
            <numerusform>%n Zukunft löschen</numerusform>
            <numerusform>%n Zukünfte löschen</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no clip whose photo the video could drive.</source>
        <translation>Es gibt keinen Clip, dessen Foto das Video antreiben könnte.</translation>
    </message>
    <message>
        <source>Open a photo first.</source>
        <translation>Bitte zuerst ein Foto öffnen.</translation>
    </message>
    <message>
        <source>Rotate</source>
        <translation>Drehen</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Skalieren</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>Wenden</translation>
    </message>
    <message>
        <source>Even</source>
        <translation>Gleichmäßig</translation>
    </message>
    <message>
        <source>Ease in</source>
        <translation>Sanft beginnen</translation>
    </message>
    <message>
        <source>Ease out</source>
        <translation>Sanft enden</translation>
    </message>
    <message>
        <source>Ease both</source>
        <translation>Beides sanft</translation>
    </message>
    <message>
        <source>Speed over the clip</source>
        <translation>Tempo im Verlauf des Clips</translation>
    </message>
    <message>
        <source>Left and right choose a handle, up and down change the speed there.</source>
        <translation>Links und Rechts wählen einen Griff, Auf und Ab ändern dort das Tempo.</translation>
    </message>
    <message>
        <source>Faster above the middle line, slower below; the length stays.</source>
        <translation>Schneller über der Mittellinie, langsamer darunter; die Länge bleibt.</translation>
    </message>
    <message>
        <source>&amp;Change speed</source>
        <translation>&amp;Tempo ändern</translation>
    </message>
    <message>
        <source>&amp;Edit motion</source>
        <translation>Bewegung b&amp;earbeiten</translation>
    </message>
    <message>
        <source>Bend the motion: drag keypoints, or their curves</source>
        <translation>Die Bewegung biegen: an Keypoints oder ihren Kurven ziehen</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Reach</source>
        <translation>Reichweite</translation>
    </message>
    <message>
        <source>How many frames before and after follow a bend</source>
        <translation>Wie viele Bilder davor und danach mitgehen</translation>
    </message>
    <message>
        <source>Neighbours</source>
        <translation>Nachbarn</translation>
    </message>
    <message>
        <source>How far around keypoints that move alike follow a bend</source>
        <translation>Wie weit umher Keypoints mitgehen, die sich ähnlich bewegen</translation>
    </message>
    <message>
        <source>of the selection, or of all</source>
        <translation>der Auswahl, oder von allen</translation>
    </message>
    <message>
        <source>&amp;Pin</source>
        <translation>&amp;Anheften</translation>
    </message>
    <message>
        <source>Pin: the selection stays put</source>
        <translation>Anheften: Die Auswahl bleibt an ihrem Platz</translation>
    </message>
    <message>
        <source>&amp;Hide</source>
        <translation>A&amp;usblenden</translation>
    </message>
    <message>
        <source>Hide the selection</source>
        <translation>Die Auswahl ausblenden</translation>
    </message>
    <message>
        <source>S&amp;olo</source>
        <translation>S&amp;olo</translation>
    </message>
    <message>
        <source>Show the selection alone</source>
        <translation>Nur die Auswahl zeigen</translation>
    </message>
    <message>
        <source>Show &amp;all</source>
        <translation>A&amp;lle zeigen</translation>
    </message>
    <message>
        <source>Show all keypoints</source>
        <translation>Alle Keypoints zeigen</translation>
    </message>
    <message>
        <source>&amp;Name...</source>
        <translation>Be&amp;nennen...</translation>
    </message>
    <message>
        <source>Name the keypoint, or the group</source>
        <translation>Keypoint oder Gruppe benennen</translation>
    </message>
    <message>
        <source>S&amp;mooth motion</source>
        <translation>Bewegung &amp;glätten</translation>
    </message>
    <message>
        <source>Smooth the motion {whole}</source>
        <translation>Die Bewegung {whole} glätten</translation>
    </message>
    <message>
        <source>&amp;Speed...</source>
        <translation>&amp;Tempo...</translation>
    </message>
    <message>
        <source>Change the speed {whole}</source>
        <translation>Das Tempo {whole} ändern</translation>
    </message>
    <message>
        <source>&amp;Reverse</source>
        <translation>Um&amp;kehren</translation>
    </message>
    <message>
        <source>Reverse the motion {whole}</source>
        <translation>Die Bewegung {whole} umkehren</translation>
    </message>
    <message>
        <source>M&amp;irror</source>
        <translation>&amp;Spiegeln</translation>
    </message>
    <message>
        <source>Mirror the motion: what the right did, the left does</source>
        <translation>Die Bewegung spiegeln: Was rechts geschah, geschieht links</translation>
    </message>
    <message>
        <source>Ho&amp;ld</source>
        <translation>&amp;Halten</translation>
    </message>
    <message>
        <source>Hold the pose at the playhead for as many frames as the reach</source>
        <translation>Die Haltung am Abspielkopf so viele Bilder halten, wie die Reichweite sagt</translation>
    </message>
    <message>
        <source>Loo&amp;p</source>
        <translation>S&amp;chleife</translation>
    </message>
    <message>
        <source>Loop: the last frames, as many as the reach, lead back to the first</source>
        <translation>Schleife: Die letzten Bilder, so viele wie die Reichweite, führen zum ersten zurück</translation>
    </message>
    <message>
        <source>Reset &amp;to original</source>
        <translation>Auf O&amp;riginal zurücksetzen</translation>
    </message>
    <message>
        <source>Reset the selection, or all, to the original</source>
        <translation>Die Auswahl oder alles auf das Original zurücksetzen</translation>
    </message>
    <message>
        <source>Import tra&amp;jectories...</source>
        <translation>Tra&amp;jektorien importieren...</translation>
    </message>
    <message>
        <source>Trajectories from a .csv or .json, as File &gt; Export clip writes them</source>
        <translation>Trajektorien aus .csv oder .json, wie Datei &gt; Clip exportieren sie schreibt</translation>
    </message>
    <message>
        <source>Trails</source>
        <translation>Spuren</translation>
    </message>
    <message>
        <source>How many frames trails go back</source>
        <translation>Wie viele Bilder die Spuren zurückreichen</translation>
    </message>
    <message>
        <source>Length of trails</source>
        <translation>Länge der Spuren</translation>
    </message>
    <message>
        <source>Name the keypoint</source>
        <translation>Keypoint benennen</translation>
    </message>
    <message>
        <source>Name the group</source>
        <translation>Gruppe benennen</translation>
    </message>
    <message>
        <source>Keypoint {keypoint} is</source>
        <translation>Keypoint {keypoint} ist</translation>
    </message>
    <message numerus="yes">
        <source>These %n keypoints are</source>
        <translation>
            <numerusform>Dieser %n Keypoint ist</numerusform>
            <numerusform>Diese %n Keypoints sind</numerusform>
        </translation>
    </message>
    <message>
        <source>Name the selection...</source>
        <translation>Auswahl benennen...</translation>
    </message>
    <message>
        <source>Forget a group</source>
        <translation>Eine Gruppe vergessen</translation>
    </message>
    <message>
        <source>Clip at rank {rank} of {count}</source>
        <translation>Clip auf Rang {rank} von {count}</translation>
    </message>
    <message>
        <source>Clips in order, the best at the left</source>
        <translation>Clips der Reihe nach, der beste links</translation>
    </message>
    <message>
        <source>It could not be started: {errorString}.</source>
        <translation>Es konnte nicht gestartet werden: {errorString}.</translation>
    </message>
    <message>
        <source>Evaluate models – KPVP Studio</source>
        <translation>Modelle bewerten – KPVP Studio</translation>
    </message>
    <message>
        <source>Worlds</source>
        <translation>Welten</translation>
    </message>
    <message>
        <source> clips</source>
        <translation> Clips</translation>
    </message>
    <message>
        <source>Held-out clips of each world; 90 are ten of each action</source>
        <translation>Zurückgehaltene Clips jeder Welt; 90 sind zehn je Aktion</translation>
    </message>
    <message>
        <source>seed </source>
        <translation>Seed </translation>
    </message>
    <message>
        <source>A new folder, or one of a report to go on with</source>
        <translation>Ein neuer Ordner, oder der eines Berichts, der weitergeführt wird</translation>
    </message>
    <message>
        <source>For FVD: a TorchScript file of I3D, if you have one</source>
        <translation>Für FVD: eine TorchScript-Datei von I3D, falls vorhanden</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>&amp;Ordner</translation>
    </message>
    <message>
        <source>Folder of the report</source>
        <translation>Ordner des Berichts</translation>
    </message>
    <message>
        <source>I3D file</source>
        <translation>I3D-Datei</translation>
    </message>
    <message>
        <source>A report is being made</source>
        <translation>Ein Bericht entsteht</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Stopp</translation>
    </message>
    <message>
        <source>&amp;Open report</source>
        <translation>Bericht ö&amp;ffnen</translation>
    </message>
    <message>
        <source>&amp;Rank its clips blind</source>
        <translation>Seine Clips blind &amp;ordnen</translation>
    </message>
    <message>
        <source>What is measured is kept; the same settings go on with it</source>
        <translation>Was gemessen wurde, bleibt; dieselben Einstellungen führen es fort</translation>
    </message>
    <message>
        <source>In the browser; it is one file that you can give away</source>
        <translation>Im Browser; es ist eine einzige Datei zum Weitergeben</translation>
    </message>
    <message>
        <source>Browse...</source>
        <translation>Durchsuchen...</translation>
    </message>
    <message>
        <source>{name}: browse</source>
        <translation>{name}: durchsuchen</translation>
    </message>
    <message>
        <source>Stopped. What was measured is kept.</source>
        <translation>Gestoppt. Was gemessen wurde, bleibt.</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Beginnt…</translation>
    </message>
    <message>
        <source>The report is {page}.</source>
        <translation>Der Bericht ist {page}.</translation>
    </message>
    <message>
        <source>Tick the models to compare and a world that they know, and choose a folder.</source>
        <translation>Zu vergleichende Modelle ankreuzen, dazu eine Welt, die sie kennen, und einen Ordner wählen.</translation>
    </message>
    <message>
        <source>Two models or more are compared, and get a user study of the same clips.</source>
        <translation>Zwei oder mehr Modelle werden verglichen und bekommen eine Studie mit denselben Clips.</translation>
    </message>
    <message>
        <source>TorchScript (*.pt);;All files (*)</source>
        <translation>TorchScript (*.pt);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Mean rank</source>
        <translation>Mittlerer Rang</translation>
    </message>
    <message>
        <source>95 % of the mean</source>
        <translation>95 % des Mittels</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Erster</translation>
    </message>
    <message>
        <source>Rankings</source>
        <translation>Rangfolgen</translation>
    </message>
    <message>
        <source>Preferred</source>
        <translation>Bevorzugt</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Gegenüber</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Mean ranks</source>
        <translation>Mittlere Ränge</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Vorlieben</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>To the ranking</source>
        <translation>Zur Rangfolge</translation>
    </message>
    <message>
        <source>&amp;Page for raters...</source>
        <translation>&amp;Seite für Bewertende...</translation>
    </message>
    <message>
        <source>One HTML file for raters who have only a browser</source>
        <translation>Eine HTML-Datei für alle, die nur einen Browser haben</translation>
    </message>
    <message>
        <source>&amp;Add rankings...</source>
        <translation>Rangfolgen &amp;hinzufügen...</translation>
    </message>
    <message>
        <source>Take in the files that the page gave to raters</source>
        <translation>Die Dateien aufnehmen, die die Seite den Bewertenden gab</translation>
    </message>
    <message>
        <source>&amp;Save table...</source>
        <translation>&amp;Tabelle speichern...</translation>
    </message>
    <message>
        <source>Every rank as a line of a CSV file</source>
        <translation>Jeder Rang als Zeile einer CSV-Datei</translation>
    </message>
    <message>
        <source>Mean ranks, 1 is best</source>
        <translation>Mittlere Ränge, 1 ist am besten</translation>
    </message>
    <message numerus="yes">
        <source>%n trials</source>
        <translation>
            <numerusform>%n Aufgabe</numerusform>
            <numerusform>%n Aufgaben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n raters</source>
        <translation>
            <numerusform>%n Bewertende(r)</numerusform>
            <numerusform>%n Bewertende</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rankings</source>
        <translation>
            <numerusform>%n Rangfolge</numerusform>
            <numerusform>%n Rangfolgen</numerusform>
        </translation>
    </message>
    <message>
        <source>. Nobody has ranked anything yet.</source>
        <translation>. Noch hat niemand etwas geordnet.</translation>
    </message>
    <message>
        <source>  Left out: {files}.</source>
        <translation>  Ausgelassen: {files}.</translation>
    </message>
    <message>
        <source>{low:.2f} to {high:.2f}</source>
        <translation>{low:.2f} bis {high:.2f}</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} bis {high}</translation>
    </message>
    <message>
        <source>Drag a clip, or Tab to it and press ← →.  Space pauses, Enter goes on.</source>
        <translation>Einen Clip ziehen, oder mit Tab dorthin und ← → drücken.  Leertaste hält an, Enter geht weiter.</translation>
    </message>
    <message>
        <source>{title} – KPVP Studio</source>
        <translation>{title} – KPVP Studio</translation>
    </message>
    <message>
        <source>You will see a photo and clips that were made from it, in no particular order. Put them in order, the best at the left. Every ranking is kept at once; you can stop at any time and go on later under the same name.</source>
        <translation>Zu sehen sind ein Foto und Clips, die daraus gemacht wurden, in keiner bestimmten Reihenfolge. Sie sind zu ordnen, der beste links. Jede Rangfolge wird sofort aufbewahrt; ein Ende ist jederzeit möglich, und später geht es unter demselben Namen weiter.</translation>
    </message>
    <message>
        <source>Your name or initials</source>
        <translation>Name oder Kürzel</translation>
    </message>
    <message>
        <source>Your name or initials, if you like</source>
        <translation>Name oder Kürzel, nach Belieben</translation>
    </message>
    <message>
        <source>&amp;Begin</source>
        <translation>&amp;Beginnen</translation>
    </message>
    <message>
        <source>&amp;Results</source>
        <translation>&amp;Ergebnisse</translation>
    </message>
    <message>
        <source>Mean ranks and preferences so far; a rater should not look before ranking</source>
        <translation>Bisherige mittlere Ränge und Vorlieben; wer ordnet, sieht besser nicht vorher hinein</translation>
    </message>
    <message>
        <source>Trials ranked</source>
        <translation>Geordnete Aufgaben</translation>
    </message>
    <message>
        <source>The photo</source>
        <translation>Das Foto</translation>
    </message>
    <message>
        <source>best</source>
        <translation>am besten</translation>
    </message>
    <message>
        <source>worst</source>
        <translation>am schlechtesten</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>This order is &amp;right</source>
        <translation>Diese Reihenfolge &amp;stimmt</translation>
    </message>
    <message>
        <source>Thank you.</source>
        <translation>Danke.</translation>
    </message>
    <message>
        <source>Every ranking is kept. Another rater can begin, or you again.</source>
        <translation>Jede Rangfolge ist aufbewahrt. Nun kann jemand anderes beginnen, oder dieselbe Person noch einmal.</translation>
    </message>
    <message>
        <source>&amp;Another rater</source>
        <translation>&amp;Nächste Person</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>&amp;Abspielen</translation>
    </message>
    <message>
        <source>{position} of {count}</source>
        <translation>{position} von {count}</translation>
    </message>
    <message>
        <source>Save every rank</source>
        <translation>Jeden Rang speichern</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>Page for raters</source>
        <translation>Seite für Bewertende</translation>
    </message>
    <message>
        <source>Page (*.html)</source>
        <translation>Seite (*.html)</translation>
    </message>
    <message>
        <source>Rankings that raters sent back</source>
        <translation>Zurückgesandte Rangfolgen</translation>
    </message>
    <message>
        <source>Rankings (*.json)</source>
        <translation>Rangfolgen (*.json)</translation>
    </message>
    <message>
        <source>Open a study</source>
        <translation>Studie öffnen</translation>
    </message>
    <message>
        <source>Studies ({file})</source>
        <translation>Studien ({file})</translation>
    </message>
    <message>
        <source>Back and forth</source>
        <translation>Hin und her</translation>
    </message>
    <message>
        <source>Once</source>
        <translation>Einmal</translation>
    </message>
    <message>
        <source>Small GIF</source>
        <translation>Kleines GIF</translation>
    </message>
    <message>
        <source>Fine GIF</source>
        <translation>Feines GIF</translation>
    </message>
    <message>
        <source>MP4, enlarged</source>
        <translation>MP4, vergrößert</translation>
    </message>
    <message>
        <source>MP4 in the whole photo</source>
        <translation>MP4 im ganzen Foto</translation>
    </message>
    <message>
        <source>MP4 beside the photo</source>
        <translation>MP4 neben dem Foto</translation>
    </message>
    <message>
        <source>MP4 with its parts</source>
        <translation>MP4 mit seinen Teilen</translation>
    </message>
    <message>
        <source>The paper&apos;s figure</source>
        <translation>Die Abbildung der Veröffentlichung</translation>
    </message>
    <message>
        <source>There is no finished clip to export.</source>
        <translation>Es gibt keinen fertigen Clip zum Exportieren.</translation>
    </message>
    <message>
        <source>No future has a star.</source>
        <translation>Keine Zukunft hat einen Stern.</translation>
    </message>
    <message>
        <source>Star the ones to export first.</source>
        <translation>Zuerst denen einen Stern geben, die exportiert werden sollen.</translation>
    </message>
    <message>
        <source>Futures are being exported already.</source>
        <translation>Es werden schon Zukünfte exportiert.</translation>
    </message>
    <message>
        <source>Wait for them, or stop that first.</source>
        <translation>Bitte darauf warten oder das zuerst abbrechen.</translation>
    </message>
    <message>
        <source>There is no finished clip to copy.</source>
        <translation>Es gibt keinen fertigen Clip zum Kopieren.</translation>
    </message>
    <message>
        <source>Copied {name}</source>
        <translation>{name} kopiert</translation>
    </message>
    <message>
        <source>Copying…</source>
        <translation>Wird kopiert…</translation>
    </message>
    <message>
        <source>This is drawn at the model&apos;s size only</source>
        <translation>Dies wird nur in der Größe des Modells gezeichnet</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>Synthesized, mask and keypoints</source>
        <translation>Synthese, Maske und Keypoints</translation>
    </message>
    <message>
        <source>Ordered dither</source>
        <translation>Geordnetes Dithering</translation>
    </message>
    <message>
        <source>Diffused dither</source>
        <translation>Gestreutes Dithering</translation>
    </message>
    <message>
        <source>No dither</source>
        <translation>Kein Dithering</translation>
    </message>
    <message>
        <source>Fo&amp;rmat</source>
        <translation>Fo&amp;rmat</translation>
    </message>
    <message>
        <source>Si&amp;ze</source>
        <translation>&amp;Größe</translation>
    </message>
    <message>
        <source>En&amp;large</source>
        <translation>&amp;Vergrößerung</translation>
    </message>
    <message>
        <source>&amp;Beside it</source>
        <translation>&amp;Daneben</translation>
    </message>
    <message>
        <source>Frames per &amp;second</source>
        <translation>Bilder pro &amp;Sekunde</translation>
    </message>
    <message>
        <source>&amp;Playback</source>
        <translation>&amp;Wiedergabe</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>Overlays</source>
        <translation>Überlagerungen</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>How often the picture is enlarged</source>
        <translation>Wie oft das Bild vergrößert wird</translation>
    </message>
    <message>
        <source>What stands beside every frame</source>
        <translation>Was neben jedem Bild steht</translation>
    </message>
    <message>
        <source>The clip was made for {own:g} frames per second: more is faster</source>
        <translation>Der Clip wurde für {own:g} Bilder pro Sekunde gemacht: mehr ist schneller</translation>
    </message>
    <message>
        <source>How the file plays</source>
        <translation>Wie die Datei abläuft</translation>
    </message>
    <message>
        <source>Colours of the file&apos;s palette: fewer make it smaller</source>
        <translation>Farben der Palette: weniger machen die Datei kleiner</translation>
    </message>
    <message>
        <source>How colours are mixed</source>
        <translation>Wie Farben gemischt werden</translation>
    </message>
    <message>
        <source>Draw over the frames: {name}</source>
        <translation>Über die Bilder zeichnen: {name}</translation>
    </message>
    <message>
        <source>Choose a preset</source>
        <translation>Vorlage wählen</translation>
    </message>
    <message>
        <source>Settings by a name</source>
        <translation>Einstellungen unter einem Namen</translation>
    </message>
    <message>
        <source>&amp;Keep these settings as a preset...</source>
        <translation>Diese Einstellungen als Vorlage &amp;behalten...</translation>
    </message>
    <message>
        <source>&amp;Delete this preset</source>
        <translation>Diese Vorlage &amp;löschen</translation>
    </message>
    <message>
        <source>Keep or delete a preset</source>
        <translation>Vorlage behalten oder löschen</translation>
    </message>
    <message>
        <source>Keep as a preset</source>
        <translation>Als Vorlage behalten</translation>
    </message>
    <message>
        <source>Name of the preset</source>
        <translation>Name der Vorlage</translation>
    </message>
    <message>
        <source>Preview of the file</source>
        <translation>Vorschau der Datei</translation>
    </message>
    <message>
        <source>Drag over a part to keep that part alone</source>
        <translation>Über einen Teil ziehen, um nur ihn zu behalten</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>its frames are made again</source>
        <translation>die Bilder entstehen neu</translation>
    </message>
    <message>
        <source>is written</source>
        <translation>wird geschrieben</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>Export futures</source>
        <translation>Zukünfte exportieren</translation>
    </message>
    <message>
        <source>Export future</source>
        <translation>Zukunft exportieren</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>Ordner wählen</translation>
    </message>
    <message>
        <source>The clips and how far they are</source>
        <translation>Die Clips und wie weit sie sind</translation>
    </message>
    <message>
        <source>Progress of all exports</source>
        <translation>Fortschritt aller Exporte</translation>
    </message>
    <message>
        <source>&amp;Export all</source>
        <translation>Alle &amp;exportieren</translation>
    </message>
    <message numerus="yes">
        <source>Export %n futures</source>
        <translation>
            <numerusform>%n Zukunft exportieren</numerusform>
            <numerusform>%n Zukünfte exportieren</numerusform>
        </translation>
    </message>
    <message>
        <source>Export one future</source>
        <translation>Eine Zukunft exportieren</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message numerus="yes">
        <source>{written} of %n written</source>
        <translation>
            <numerusform>{written} von %n geschrieben</numerusform>
            <numerusform>{written} von %n geschrieben</numerusform>
        </translation>
    </message>
    <message>
        <source> · {in_words} left</source>
        <translation> · noch {in_words}</translation>
    </message>
    <message>
        <source>about {number} s</source>
        <translation>etwa {number} s</translation>
    </message>
    <message>
        <source>about {number} min</source>
        <translation>etwa {number} min</translation>
    </message>
    <message>
        <source>about {hours:.1f} h</source>
        <translation>etwa {hours:.1f} h</translation>
    </message>
    <message>
        <source>Put two to four futures of this model side by side first: “Compare” in a tile&apos;s menu.</source>
        <translation>Zuerst zwei bis vier Zukünfte dieses Modells nebeneinanderstellen: „Vergleichen“ im Menü einer Kachel.</translation>
    </message>
    <message>
        <source>Between futures</source>
        <translation>Zwischen Zukünften</translation>
    </message>
    <message>
        <source>Arrow keys move between the pinned futures; Shift makes the steps small.</source>
        <translation>Pfeiltasten bewegen zwischen den angehefteten Zukünften; die Umschalttaste macht die Schritte klein.</translation>
    </message>
    <message>
        <source>Compared clips</source>
        <translation>Verglichene Clips</translation>
    </message>
    <message>
        <source>Real</source>
        <translation>Echt</translation>
    </message>
    <message>
        <source>Two to four clips stand here side by side.
Choose “Compare” from the menu of a tile for each of them.</source>
        <translation>Hier stehen zwei bis vier Clips nebeneinander.
Dafür im Menü jeder Kachel „Vergleichen“ wählen.</translation>
    </message>
    <message>
        <source>Take this clip out of the comparison</source>
        <translation>Diesen Clip aus dem Vergleich nehmen</translation>
    </message>
    <message>
        <source>Every clip beside the others</source>
        <translation>Jeder Clip neben den anderen</translation>
    </message>
    <message>
        <source>All in one picture: drag the line between them</source>
        <translation>Alle in einem Bild: Die Linie dazwischen lässt sich ziehen</translation>
    </message>
    <message>
        <source>What differs from the first, three times enlarged</source>
        <translation>Was vom ersten abweicht, dreifach verstärkt</translation>
    </message>
    <message>
        <source>Drag a point between the futures, and see what lies there</source>
        <translation>Einen Punkt zwischen den Zukünften ziehen und sehen, was dort liegt</translation>
    </message>
    <message>
        <source>Between</source>
        <translation>Dazwischen</translation>
    </message>
    <message>
        <source>What followed the photo in its video, with PSNR, SSIM and keypoint error of each frame</source>
        <translation>Was im Video auf das Foto folgte, mit PSNR, SSIM und Keypoint-Fehler jedes Bildes</translation>
    </message>
    <message>
        <source>Real clip</source>
        <translation>Echter Clip</translation>
    </message>
    <message numerus="yes">
        <source>%n actions, {columns} seeds each</source>
        <translation>
            <numerusform>%n Aktion, je {columns} Seeds</numerusform>
            <numerusform>%n Aktionen, je {columns} Seeds</numerusform>
        </translation>
    </message>
    <message>
        <source>One action, 16 seeds</source>
        <translation>Eine Aktion, 16 Seeds</translation>
    </message>
    <message>
        <source>More like the first one</source>
        <translation>Mehr wie das erste</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Words of a future: its action, seed, photo or model</source>
        <translation>Wörter einer Zukunft: ihre Aktion, ihr Seed, Foto oder Modell</translation>
    </message>
    <message>
        <source>Words of its action, seed, photo or model</source>
        <translation>Wörter der Aktion, des Seeds, Fotos oder Modells</translation>
    </message>
    <message>
        <source>Starred only</source>
        <translation>Nur mit Stern</translation>
    </message>
    <message>
        <source>List starred futures alone</source>
        <translation>Nur Zukünfte mit Stern auflisten</translation>
    </message>
    <message>
        <source>Order of the futures, and the files they are dragged out as</source>
        <translation>Reihenfolge der Zukünfte, und als welche Dateien sie herausgezogen werden</translation>
    </message>
    <message>
        <source>Order of the futures</source>
        <translation>Reihenfolge der Zukünfte</translation>
    </message>
    <message>
        <source>Drag and copy as {upper}</source>
        <translation>Als {upper} ziehen und kopieren</translation>
    </message>
    <message>
        <source>Grid of futures</source>
        <translation>Raster der Zukünfte</translation>
    </message>
    <message>
        <source>Arrow keys choose a future, Enter keeps it, M shows more like it.</source>
        <translation>Pfeiltasten wählen eine Zukunft, Enter behält sie, M zeigt mehr davon.</translation>
    </message>
    <message>
        <source>Open a photo: sixteen of its futures play here at once.</source>
        <translation>Ein Foto öffnen: Hier laufen sechzehn seiner Zukünfte zugleich.</translation>
    </message>
    <message>
        <source>{future}: click to keep</source>
        <translation>{future}: Klick behält sie</translation>
    </message>
    <message>
        <source>More like this  (M)</source>
        <translation>Mehr davon  (M)</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
    <message>
        <source>Four actions in rows, four seeds of each</source>
        <translation>Vier Aktionen in Zeilen, je vier Seeds</translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation>Seeds</translation>
    </message>
    <message>
        <source>The chosen action by sixteen seeds</source>
        <translation>Die gewählte Aktion mit sechzehn Seeds</translation>
    </message>
    <message>
        <source>New seeds</source>
        <translation>Neue Seeds</translation>
    </message>
    <message>
        <source>The same with other seeds</source>
        <translation>Dasselbe mit anderen Seeds</translation>
    </message>
    <message>
        <source>Order: nearest and farthest are those to the clip on the canvas</source>
        <translation>Reihenfolge: Am nächsten und am fernsten meint den Clip auf der Leinwand</translation>
    </message>
    <message>
        <source>One &amp;clip</source>
        <translation>Ein &amp;Clip</translation>
    </message>
    <message>
        <source>The clip on the canvas</source>
        <translation>Der Clip auf der Leinwand</translation>
    </message>
    <message>
        <source>&amp;Grid of futures</source>
        <translation>Raster der Z&amp;ukünfte</translation>
    </message>
    <message>
        <source>Many futures at a glance</source>
        <translation>Viele Zukünfte auf einen Blick</translation>
    </message>
    <message>
        <source>Com&amp;pare</source>
        <translation>&amp;Vergleichen</translation>
    </message>
    <message>
        <source>Clips side by side</source>
        <translation>Clips nebeneinander</translation>
    </message>
    <message>
        <source>Actions one after another, as one clip</source>
        <translation>Aktionen nacheinander, als ein Clip</translation>
    </message>
    <message>
        <source>Story&amp;board</source>
        <translation>Story&amp;board</translation>
    </message>
    <message>
        <source>Keypoint error</source>
        <translation>Keypoint-Fehler</translation>
    </message>
    <message>
        <source>Scores against the real clip</source>
        <translation>Bewertung gegen den echten Clip</translation>
    </message>
    <message>
        <source>Each frame against the real clip&apos;s; keypoint error in percent of the picture&apos;s side</source>
        <translation>Jedes Bild gegen das des echten Clips; Keypoint-Fehler in Prozent der Bildseite</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Früher</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Take this action out</source>
        <translation>Diese Aktion herausnehmen</translation>
    </message>
    <message>
        <source>Action {position} of {count}</source>
        <translation>Aktion {position} von {count}</translation>
    </message>
    <message>
        <source>Add action</source>
        <translation>Aktion hinzufügen</translation>
    </message>
    <message>
        <source>One more, going on from the last pose</source>
        <translation>Eine weitere, die aus der letzten Haltung weitergeht</translation>
    </message>
    <message>
        <source>fade </source>
        <translation>Überblendung </translation>
    </message>
    <message>
        <source> frames</source>
        <translation> Bilder</translation>
    </message>
    <message>
        <source>Frames of fade</source>
        <translation>Bilder der Überblendung</translation>
    </message>
    <message>
        <source>Frames in which one action becomes the next</source>
        <translation>Bilder, in denen eine Aktion zur nächsten wird</translation>
    </message>
    <message>
        <source>&amp;Make clip</source>
        <translation>Clip &amp;machen</translation>
    </message>
    <message>
        <source>All actions as one clip, among the futures; export it as any other</source>
        <translation>Alle Aktionen als ein Clip bei den Zukünften; Export wie bei jedem anderen</translation>
    </message>
    <message>
        <source>Each action goes on from the last pose of the one before it.</source>
        <translation>Jede Aktion geht aus der letzten Haltung der vorigen weiter.</translation>
    </message>
    <message>
        <source>1 action</source>
        <translation>1 Aktion</translation>
    </message>
    <message numerus="yes">
        <source>%n actions</source>
        <translation>
            <numerusform>%n Aktion</numerusform>
            <numerusform>%n Aktionen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{actions} · %n frames · {seconds:.2f} s</source>
        <translation>
            <numerusform>{actions} · %n Bild · {seconds:.2f} s</numerusform>
            <numerusform>{actions} · %n Bilder · {seconds:.2f} s</numerusform>
        </translation>
    </message>
    <message>
        <source>Pictures and videos (*.png *.jpg *.jpeg *.webp *.avif *.heic *.heif *.gif *.apng *.bmp *.tif *.tiff *.jp2 *.qoi *.mp4 *.webm *.mov *.avi *.mkv *.m4v);;All files (*)</source>
        <translation>Bilder und Videos (*.png *.jpg *.jpeg *.webp *.avif *.heic *.heif *.gif *.apng *.bmp *.tif *.tiff *.jp2 *.qoi *.mp4 *.webm *.mov *.avi *.mkv *.m4v);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Model, device and how long the last clip took</source>
        <translation>Modell, Gerät und wie lange der letzte Clip dauerte</translation>
    </message>
    <message>
        <source>Progress of the clip being made</source>
        <translation>Fortschritt des Clips, der entsteht</translation>
    </message>
    <message>
        <source>Futures</source>
        <translation>Zukünfte</translation>
    </message>
    <message>
        <source>Filmstrip</source>
        <translation>Filmstreifen</translation>
    </message>
    <message>
        <source>Trajectories</source>
        <translation>Trajektorien</translation>
    </message>
    <message>
        <source>Open a photo</source>
        <translation>Foto öffnen</translation>
    </message>
    <message>
        <source>{clip_seconds:.2f} s/clip</source>
        <translation>{clip_seconds:.2f} s/Clip</translation>
    </message>
    <message>
        <source>Starting the engine…</source>
        <translation>Die Engine startet…</translation>
    </message>
    <message>
        <source>Begin with a photo</source>
        <translation>Mit einem Foto beginnen</translation>
    </message>
    <message>
        <source>Drop one on the window, paste it, or click a sample. The square is what the model looks at: drag it to somebody else, or its corners.</source>
        <translation>Eines auf das Fenster ziehen, einfügen oder ein Beispiel anklicken. Das Quadrat ist, was das Modell ansieht: Es lässt sich auf jemand anderen ziehen, auch an den Ecken.</translation>
    </message>
    <message>
        <source>Choose an action</source>
        <translation>Eine Aktion wählen</translation>
    </message>
    <message>
        <source>What shall happen after the photo? A click makes the clip at once. The button beside the heading mixes several actions.</source>
        <translation>Was soll nach dem Foto geschehen? Ein Klick macht sofort den Clip. Der Knopf neben der Überschrift mischt mehrere Aktionen.</translation>
    </message>
    <message>
        <source>See other futures</source>
        <translation>Andere Zukünfte sehen</translation>
    </message>
    <message>
        <source>Generate{generate} draws a new seed; drag in the pad to vary this future. All are kept on the right. The grid{grid} shows sixteen.</source>
        <translation>Erzeugen{generate} zieht einen neuen Seed; Ziehen im Feld wandelt diese Zukunft ab. Alle bleiben rechts erhalten. Das Raster{grid} zeigt sechzehn.</translation>
    </message>
    <message>
        <source>Bend the motion</source>
        <translation>Die Bewegung biegen</translation>
    </message>
    <message>
        <source>Under a clip, Edit{edit} shows its keypoints. Drag one: the frame follows your hand, and a new version lies beside the original. Help{help} has more.</source>
        <translation>Unter einem Clip zeigt Bearbeiten{edit} seine Keypoints. An einem ziehen: Das Bild folgt der Hand, und eine neue Fassung liegt neben dem Original. Mehr steht in der Hilfe{help}.</translation>
    </message>
    <message>
        <source>Previous, next keypoint</source>
        <translation>Voriger, nächster Keypoint</translation>
    </message>
    <message>
        <source>Move, turn, scale keypoints</source>
        <translation>Keypoints bewegen, drehen, skalieren</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>M&amp;otion</source>
        <translation>Be&amp;wegung</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Open photo...</source>
        <translation>Foto ö&amp;ffnen...</translation>
    </message>
    <message>
        <source>&amp;Samples</source>
        <translation>&amp;Beispiele</translation>
    </message>
    <message>
        <source>&amp;Export clip...</source>
        <translation>Clip &amp;exportieren...</translation>
    </message>
    <message>
        <source>Export s&amp;tarred...</source>
        <translation>Mit S&amp;tern exportieren...</translation>
    </message>
    <message>
        <source>All futures with a star</source>
        <translation>Alle Zukünfte mit Stern</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Copy frame</source>
        <translation>Bild &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy c&amp;lip</source>
        <translation>C&amp;lip kopieren</translation>
    </message>
    <message>
        <source>As a file that other programs take</source>
        <translation>Als Datei, die andere Programme annehmen</translation>
    </message>
    <message>
        <source>&amp;Paste photo</source>
        <translation>Foto ein&amp;fügen</translation>
    </message>
    <message>
        <source>&amp;Star this future</source>
        <translation>Dieser Zukunft einen &amp;Stern geben</translation>
    </message>
    <message>
        <source>&amp;Delete this future</source>
        <translation>Diese Zukunft &amp;löschen</translation>
    </message>
    <message>
        <source>Se&amp;ttings...</source>
        <translation>&amp;Einstellungen...</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>&amp;Modell</translation>
    </message>
    <message>
        <source>&amp;Generate another future</source>
        <translation>Weitere Zukunft &amp;erzeugen</translation>
    </message>
    <message>
        <source>&amp;Action</source>
        <translation>&amp;Aktion</translation>
    </message>
    <message>
        <source>Cards and scores; rename, delete, add, evaluate</source>
        <translation>Karten und Bewertung; umbenennen, löschen, hinzufügen, bewerten</translation>
    </message>
    <message>
        <source>A&amp;ll models...</source>
        <translation>A&amp;lle Modelle...</translation>
    </message>
    <message>
        <source>The paper&apos;s TensorFlow weights</source>
        <translation>Die TensorFlow-Gewichte der Veröffentlichung</translation>
    </message>
    <message>
        <source>&amp;Import the authors&apos; checkpoint...</source>
        <translation>Checkpoint der Autoren &amp;importieren...</translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation>&amp;Training</translation>
    </message>
    <message>
        <source>&amp;Train a model...</source>
        <translation>Modell &amp;trainieren...</translation>
    </message>
    <message>
        <source>&amp;Fine-tune this model...</source>
        <translation>Dieses Modell &amp;nachtrainieren...</translation>
    </message>
    <message>
        <source>&amp;Runs...</source>
        <translation>&amp;Läufe...</translation>
    </message>
    <message>
        <source>The runs there are, and how they go</source>
        <translation>Welche Läufe es gibt und wie sie vorankommen</translation>
    </message>
    <message>
        <source>Eval&amp;uate</source>
        <translation>Bewe&amp;rtung</translation>
    </message>
    <message>
        <source>Scores, figures and playing clips of models beside each other, as one page</source>
        <translation>Bewertung, Abbildungen und laufende Clips von Modellen nebeneinander, auf einer Seite</translation>
    </message>
    <message>
        <source>&amp;Evaluate models...</source>
        <translation>Modelle &amp;bewerten...</translation>
    </message>
    <message>
        <source>Rank clips of several systems without knowing whose they are, and see what raters said</source>
        <translation>Clips mehrerer Systeme ordnen, ohne zu wissen, von wem sie sind, und sehen, was andere sagten</translation>
    </message>
    <message>
        <source>&amp;Rank clips blind...</source>
        <translation>Clips blind &amp;ordnen...</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>The documents, to read here</source>
        <translation>Die Dokumente, hier zu lesen</translation>
    </message>
    <message>
        <source>&amp;Tour</source>
        <translation>&amp;Rundgang</translation>
    </message>
    <message>
        <source>The window in four cards</source>
        <translation>Das Fenster auf vier Karten</translation>
    </message>
    <message>
        <source>&amp;Find a command...</source>
        <translation>Be&amp;fehl suchen...</translation>
    </message>
    <message>
        <source>&amp;Keys...</source>
        <translation>&amp;Tasten...</translation>
    </message>
    <message>
        <source>Which there are, and to change them</source>
        <translation>Welche es gibt, und wie man sie ändert</translation>
    </message>
    <message>
        <source>&amp;About KPVP Studio</source>
        <translation>Ü&amp;ber KPVP Studio</translation>
    </message>
    <message>
        <source>the menu {name}</source>
        <translation>das Menü {name}</translation>
    </message>
    <message>
        <source>Projects (*{suffix});;All files (*)</source>
        <translation>Projekte (*{suffix});;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>&amp;New project</source>
        <translation>&amp;Neues Projekt</translation>
    </message>
    <message>
        <source>Open &amp;project...</source>
        <translation>&amp;Projekt öffnen...</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>P&amp;hotos of this project</source>
        <translation>F&amp;otos dieses Projekts</translation>
    </message>
    <message>
        <source>&amp;Save project</source>
        <translation>Projekt &amp;speichern</translation>
    </message>
    <message>
        <source>Save project &amp;as...</source>
        <translation>Projekt speichern &amp;unter...</translation>
    </message>
    <message>
        <source>Kept: {caption}</source>
        <translation>Aufbewahrt: {caption}</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Noch nichts</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Noch keine</translation>
    </message>
    <message>
        <source>The studio ended unexpectedly. This was kept: {caption}.</source>
        <translation>Das Studio endete unerwartet. Dies wurde aufbewahrt: {caption}.</translation>
    </message>
    <message>
        <source>Open a copy</source>
        <translation>Kopie öffnen</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>Projekt öffnen</translation>
    </message>
    <message>
        <source>Save the project as</source>
        <translation>Projekt speichern unter</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Your latest work cannot be kept.</source>
        <translation>Die letzte Arbeit lässt sich nicht aufbewahren.</translation>
    </message>
    <message>
        <source>&amp;Quit without it</source>
        <translation>Ohne sie &amp;beenden</translation>
    </message>
    <message>
        <source>&amp;Stay</source>
        <translation>&amp;Bleiben</translation>
    </message>
    <message>
        <source>{name} is open in another window.</source>
        <translation>{name} ist in einem anderen Fenster offen.</translation>
    </message>
    <message>
        <source>Save as another file.</source>
        <translation>Bitte als andere Datei speichern.</translation>
    </message>
    <message>
        <source>The work that was kept is no longer there.</source>
        <translation>Die aufbewahrte Arbeit ist nicht mehr da.</translation>
    </message>
    <message>
        <source>Another window may have opened it.</source>
        <translation>Vielleicht hat ein anderes Fenster sie geöffnet.</translation>
    </message>
    <message numerus="yes">
        <source>%n futures</source>
        <translation>
            <numerusform>%n Zukunft</numerusform>
            <numerusform>%n Zukünfte</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} (read-only)</source>
        <translation>{name} (schreibgeschützt)</translation>
    </message>
    <message>
        <source>{name} is open already.</source>
        <translation>{name} ist schon offen.</translation>
    </message>
    <message>
        <source>{name} is open in another window, so it is read-only here.</source>
        <translation>{name} ist in einem anderen Fenster offen und deshalb hier schreibgeschützt.</translation>
    </message>
    <message>
        <source>What you make here is kept; save it as another file.</source>
        <translation>Was hier entsteht, wird aufbewahrt; bitte als andere Datei speichern.</translation>
    </message>
    <message numerus="yes">
        <source>%n parts of this project are damaged and were left out.</source>
        <translation>
            <numerusform>%n Teil dieses Projekts ist beschädigt und wurde ausgelassen.</numerusform>
            <numerusform>%n Teile dieses Projekts sind beschädigt und wurden ausgelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>A backup beside the file may have them.</source>
        <translation>Eine Sicherung neben der Datei hat sie vielleicht noch.</translation>
    </message>
    <message>
        <source>A project is being opened or saved.</source>
        <translation>Ein Projekt wird gerade geöffnet oder gespeichert.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Bitte gleich noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Columns: </source>
        <translation>Spalten: </translation>
    </message>
    <message>
        <source>{days:.1f} days</source>
        <translation>{days:.1f} Tage</translation>
    </message>
    <message>
        <source>, roughly</source>
        <translation>, ungefähr</translation>
    </message>
    <message>
        <source>About {duration}{measured}</source>
        <translation>Etwa {duration}{measured}</translation>
    </message>
    <message>
        <source>{megabytes} of memory</source>
        <translation>{megabytes} Arbeitsspeicher</translation>
    </message>
    <message>
        <source>{megabytes} on disk</source>
        <translation>{megabytes} auf der Platte</translation>
    </message>
    <message numerus="yes">
        <source>{stage}: %n steps, {duration}</source>
        <translation>
            <numerusform>{stage}: %n Schritt, {duration}</numerusform>
            <numerusform>{stage}: %n Schritte, {duration}</numerusform>
        </translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>Glättung</translation>
    </message>
    <message>
        <source>&amp;Log scale</source>
        <translation>&amp;Logarithmisch</translation>
    </message>
    <message>
        <source>Curves appear here with the first steps.</source>
        <translation>Mit den ersten Schritten erscheinen hier Kurven.</translation>
    </message>
    <message>
        <source>S&amp;moothing</source>
        <translation>&amp;Glättung</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>Mean of {width} neighbouring values</source>
        <translation>Mittel aus {width} benachbarten Werten</translation>
    </message>
    <message>
        <source>No smoothing</source>
        <translation>Keine Glättung</translation>
    </message>
    <message>
        <source>Pseudo labels are the keypoints found in every frame: nothing is learned in this step.</source>
        <translation>Pseudolabels sind die in jedem Bild gefundenen Keypoints: In diesem Schritt wird nichts gelernt.</translation>
    </message>
    <message>
        <source>Curves appear here when the motion generator learns.</source>
        <translation>Wenn der Bewegungsgenerator lernt, erscheinen hier Kurven.</translation>
    </message>
    <message>
        <source>Looking at the files</source>
        <translation>Die Dateien werden angesehen</translation>
    </message>
    <message>
        <source>Looking at the clips</source>
        <translation>Die Clips werden angesehen</translation>
    </message>
    <message>
        <source>Drawing clips</source>
        <translation>Clips werden gezeichnet</translation>
    </message>
    <message>
        <source>Reading clips</source>
        <translation>Clips werden gelesen</translation>
    </message>
    <message>
        <source>Finding keypoints in every frame</source>
        <translation>Keypoints werden in jedem Bild gesucht</translation>
    </message>
    <message>
        <source>The training process ended before it could say why.</source>
        <translation>Der Trainingsprozess endete, bevor er sagen konnte, warum.</translation>
    </message>
    <message>
        <source>See its log.</source>
        <translation>Siehe sein Protokoll.</translation>
    </message>
    <message>
        <source>The end of the run&apos;s log</source>
        <translation>Das Ende des Protokolls dieses Laufs</translation>
    </message>
    <message>
        <source>Save and wait; Resume goes on</source>
        <translation>Speichern und warten; Fortsetzen geht weiter</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>Go on from the last checkpoint</source>
        <translation>Vom letzten Checkpoint aus weitermachen</translation>
    </message>
    <message>
        <source>&amp;Finish step</source>
        <translation>Schritt a&amp;bschließen</translation>
    </message>
    <message>
        <source>End this step now: its best goes on to the next one</source>
        <translation>Diesen Schritt jetzt beenden: Sein bester Stand geht in den nächsten ein</translation>
    </message>
    <message>
        <source>Save and end the process; Resume goes on from here</source>
        <translation>Speichern und den Prozess beenden; Fortsetzen geht von hier weiter</translation>
    </message>
    <message>
        <source>&amp;Use it now</source>
        <translation>&amp;Jetzt verwenden</translation>
    </message>
    <message>
        <source>&amp;More</source>
        <translation>&amp;Mehr</translation>
    </message>
    <message>
        <source>&amp;Duplicate with changes...</source>
        <translation>Mit Änderungen &amp;duplizieren...</translation>
    </message>
    <message>
        <source>&amp;Fine-tune...</source>
        <translation>&amp;Nachtrainieren...</translation>
    </message>
    <message>
        <source>&amp;Open folder</source>
        <translation>&amp;Ordner öffnen</translation>
    </message>
    <message>
        <source>&amp;Stop without saving...</source>
        <translation>&amp;Stoppen ohne Speichern...</translation>
    </message>
    <message>
        <source>De&amp;lete...</source>
        <translation>&amp;Löschen...</translation>
    </message>
    <message>
        <source>No run yet</source>
        <translation>Noch kein Lauf</translation>
    </message>
    <message>
        <source>Train &gt; Train a model... starts one.</source>
        <translation>Training &gt; Modell trainieren... beginnt einen.</translation>
    </message>
    <message>
        <source>This run&apos;s files are damaged. Look into its folder, or delete it.</source>
        <translation>Die Dateien dieses Laufs sind beschädigt. Sein Ordner zeigt mehr; sonst bleibt das Löschen.</translation>
    </message>
    <message>
        <source>{what}, {done:,} of {total:,}</source>
        <translation>{what}, {done:,} von {total:,}</translation>
    </message>
    <message>
        <source>step {done:,} of {steps:,}</source>
        <translation>Schritt {done:,} von {steps:,}</translation>
    </message>
    <message>
        <source>{images_per_s:.1f} images/s</source>
        <translation>{images_per_s:.1f} Bilder/s</translation>
    </message>
    <message>
        <source>{steps_per_s:.2f} steps/s</source>
        <translation>{steps_per_s:.2f} Schritte/s</translation>
    </message>
    <message>
        <source>{data_share:.0%} of it waiting for data</source>
        <translation>{data_share:.0%} davon Warten auf Daten</translation>
    </message>
    <message>
        <source>about {duration} left</source>
        <translation>noch etwa {duration}</translation>
    </message>
    <message>
        <source>What was learned since the last checkpoint is lost. The run stays in the list and can be resumed.</source>
        <translation>Was seit dem letzten Checkpoint gelernt wurde, geht verloren. Der Lauf bleibt in der Liste und kann fortgesetzt werden.</translation>
    </message>
    <message>
        <source>&amp;Stop without saving</source>
        <translation>&amp;Stoppen ohne Speichern</translation>
    </message>
    <message>
        <source>Stop without saving?</source>
        <translation>Ohne Speichern stoppen?</translation>
    </message>
    <message>
        <source>&amp;Keep training</source>
        <translation>&amp;Weiter trainieren</translation>
    </message>
    <message>
        <source>Its checkpoints, curves and previews go to the trash. A model in the list of models stays.</source>
        <translation>Seine Checkpoints, Kurven und Vorschauen kommen in den Papierkorb. Ein Modell in der Modellliste bleibt.</translation>
    </message>
    <message>
        <source>Delete {name}?</source>
        <translation>{name} löschen?</translation>
    </message>
    <message>
        <source>&amp;Keep it</source>
        <translation>&amp;Behalten</translation>
    </message>
    <message>
        <source>Through the history of previews</source>
        <translation>Durch den Verlauf der Vorschauen</translation>
    </message>
    <message>
        <source>Through the history of previews  (Left, Right; End follows the newest)</source>
        <translation>Durch den Verlauf der Vorschauen  (Links, Rechts; Ende folgt der neuesten)</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>Pixel</translation>
    </message>
    <message>
        <source>Enlarge to crisp pixels</source>
        <translation>Auf scharfe Pixel vergrößern</translation>
    </message>
    <message>
        <source>Enlarge smoothly</source>
        <translation>Weich vergrößern</translation>
    </message>
    <message>
        <source>{label} · step {step:,} · {position} of {count}</source>
        <translation>{label} · Schritt {step:,} · {position} von {count}</translation>
    </message>
    <message>
        <source>Wheel: zoom. Drag: move. Double click: all of it.</source>
        <translation>Mausrad: Zoom. Ziehen: verschieben. Doppelklick: alles.</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Previews appear here as the run makes them.</source>
        <translation>Hier erscheinen Vorschauen, sobald der Lauf sie macht.</translation>
    </message>
    <message>
        <source>Click a step to see its curves  (Left, Right)</source>
        <translation>Ein Klick auf einen Schritt zeigt seine Kurven  (Links, Rechts)</translation>
    </message>
    <message>
        <source>step {number}, {title}: {fraction:.0%}</source>
        <translation>Schritt {number}, {title}: {fraction:.0%}</translation>
    </message>
    <message>
        <source>{name} did not end when asked to: its process and all it started were killed.</source>
        <translation>{name} endete nicht auf Aufforderung: Sein Prozess und alles, was er gestartet hatte, wurde beendet.</translation>
    </message>
    <message>
        <source>Resume goes on from its last checkpoint.</source>
        <translation>Fortsetzen geht vom letzten Checkpoint aus weiter.</translation>
    </message>
    <message>
        <source>The run was asked to end, but its process is not on this computer.</source>
        <translation>Der Lauf sollte enden, aber sein Prozess ist nicht auf diesem Rechner.</translation>
    </message>
    <message>
        <source>End it where it was started.</source>
        <translation>Er ist dort zu beenden, wo er gestartet wurde.</translation>
    </message>
    <message>
        <source>This run is being trained.</source>
        <translation>Dieser Lauf wird gerade trainiert.</translation>
    </message>
    <message>
        <source>Stop it first.</source>
        <translation>Bitte zuerst stoppen.</translation>
    </message>
    <message>
        <source>The run could not be moved to the trash.</source>
        <translation>Der Lauf konnte nicht in den Papierkorb gelegt werden.</translation>
    </message>
    <message>
        <source>Delete the folder {path} yourself.</source>
        <translation>Der Ordner {path} ist von Hand zu löschen.</translation>
    </message>
    <message>
        <source>Training runs – KPVP Studio</source>
        <translation>Trainingsläufe – KPVP Studio</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Tick a run to lay its curves over the chosen one&apos;s</source>
        <translation>Ein angekreuzter Lauf legt seine Kurven über die des gewählten</translation>
    </message>
    <message>
        <source>Train a &amp;model...</source>
        <translation>&amp;Modell trainieren...</translation>
    </message>
    <message>
        <source>Train another model</source>
        <translation>Noch ein Modell trainieren</translation>
    </message>
    <message>
        <source>Ticked runs are compared.</source>
        <translation>Angekreuzte Läufe werden verglichen.</translation>
    </message>
    <message>
        <source>Detector and translator</source>
        <translation>Detektor und Übersetzer</translation>
    </message>
    <message>
        <source>Pseudo labels</source>
        <translation>Pseudolabels</translation>
    </message>
    <message>
        <source>Motion generator</source>
        <translation>Bewegungsgenerator</translation>
    </message>
    <message>
        <source>Generator and discriminator</source>
        <translation>Generator und Diskriminator</translation>
    </message>
    <message>
        <source> (paused)</source>
        <translation> (angehalten)</translation>
    </message>
    <message>
        <source>1 run training: {share}{paused}</source>
        <translation>Ein Lauf trainiert: {share}{paused}</translation>
    </message>
    <message numerus="yes">
        <source>%n runs training{paused}</source>
        <translation>
            <numerusform>%n Lauf trainiert{paused}</numerusform>
            <numerusform>%n Läufe trainieren{paused}</numerusform>
        </translation>
    </message>
    <message>
        <source>Watch it</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>{title} is trained</source>
        <translation>{title} ist fertig trainiert</translation>
    </message>
    <message>
        <source>: use it now</source>
        <translation>: jetzt verwenden</translation>
    </message>
    <message>
        <source>Choose the new model</source>
        <translation>Das neue Modell wählen</translation>
    </message>
    <message>
        <source>See the run</source>
        <translation>Den Lauf ansehen</translation>
    </message>
    <message>
        <source>choosing an action</source>
        <translation>das Wählen einer Aktion</translation>
    </message>
    <message>
        <source>going through the keypoints</source>
        <translation>den Gang durch die Keypoints</translation>
    </message>
    <message>
        <source>moving keypoints</source>
        <translation>das Bewegen von Keypoints</translation>
    </message>
    <message>
        <source>turning and scaling keypoints</source>
        <translation>das Drehen und Skalieren von Keypoints</translation>
    </message>
    <message>
        <source>moving around</source>
        <translation>das Bewegen im Fenster</translation>
    </message>
    <message>
        <source>baseball pitch</source>
        <translation>Baseballwurf</translation>
    </message>
    <message>
        <source>baseball swing</source>
        <translation>Baseballschlag</translation>
    </message>
    <message>
        <source>clean and jerk</source>
        <translation>Umsetzen und Stoßen</translation>
    </message>
    <message>
        <source>eat</source>
        <translation>Fressen</translation>
    </message>
    <message>
        <source>gallop</source>
        <translation>Galopp</translation>
    </message>
    <message>
        <source>golf swing</source>
        <translation>Golfschwung</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>Ruhe</translation>
    </message>
    <message>
        <source>jump</source>
        <translation>Sprung</translation>
    </message>
    <message>
        <source>jumping jacks</source>
        <translation>Hampelmann</translation>
    </message>
    <message>
        <source>kick</source>
        <translation>Ausschlagen</translation>
    </message>
    <message>
        <source>pull ups</source>
        <translation>Klimmzüge</translation>
    </message>
    <message>
        <source>squats</source>
        <translation>Kniebeugen</translation>
    </message>
    <message>
        <source>tennis forehand</source>
        <translation>Tennis-Vorhand</translation>
    </message>
    <message>
        <source>tennis serve</source>
        <translation>Tennisaufschlag</translation>
    </message>
    <message>
        <source>walk</source>
        <translation>Gehen</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Menschen</translation>
    </message>
    <message>
        <source>One whole person, photographed or drawn, in one of nine sports and gym actions.</source>
        <translation>Ein ganzer Mensch, fotografiert oder gezeichnet, in einer von neun Sport- und Fitnessaktionen.</translation>
    </message>
    <message>
        <source>Animals</source>
        <translation>Tiere</translation>
    </message>
    <message>
        <source>One drawn four-legged animal or dinosaur, whole, walking, galloping, eating, jumping, kicking or idle.</source>
        <translation>Ein gezeichnetes vierbeiniges Tier oder ein Dinosaurier, ganz im Bild: gehend, galoppierend, fressend, springend, ausschlagend oder ruhend.</translation>
    </message>
    <message>
        <source>keypoints</source>
        <translation>Keypoints</translation>
    </message>
    <message>
        <source>trails</source>
        <translation>Spuren</translation>
    </message>
    <message>
        <source>mask</source>
        <translation>Maske</translation>
    </message>
    <message>
        <source>synthesized</source>
        <translation>Synthese</translation>
    </message>
    <message>
        <source>frame</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>skeleton</source>
        <translation>Skelett</translation>
    </message>
    <message>
        <source>onion</source>
        <translation>Zwiebelhaut</translation>
    </message>
    <message>
        <source>prediction</source>
        <translation>Vorhersage</translation>
    </message>
    <message>
        <source>side by side</source>
        <translation>nebeneinander</translation>
    </message>
    <message>
        <source>wipe</source>
        <translation>Wischen</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <source>as made</source>
        <translation>wie entstanden</translation>
    </message>
    <message>
        <source>most motion</source>
        <translation>meiste Bewegung</translation>
    </message>
    <message>
        <source>least motion</source>
        <translation>wenigste Bewegung</translation>
    </message>
    <message>
        <source>nearest</source>
        <translation>am nächsten</translation>
    </message>
    <message>
        <source>farthest</source>
        <translation>am fernsten</translation>
    </message>
    <message>
        <source>system</source>
        <translation>System</translation>
    </message>
    <message>
        <source>light</source>
        <translation>hell</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>dunkel</translation>
    </message>
    <message>
        <source>people</source>
        <translation>Menschen</translation>
    </message>
    <message>
        <source>animals</source>
        <translation>Tiere</translation>
    </message>
    <message>
        <source>current</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>x over time, left to right</source>
        <translation>x über die Zeit, von links nach rechts</translation>
    </message>
    <message>
        <source>y over time, top to bottom</source>
        <translation>y über die Zeit, von oben nach unten</translation>
    </message>
    <message>
        <source>Both x and y over time</source>
        <translation>x und y über die Zeit</translation>
    </message>
    <message>
        <source>Trajectories of the keypoints appear with the first clip.</source>
        <translation>Mit dem ersten Clip erscheinen die Trajektorien der Keypoints.</translation>
    </message>
    <message>
        <source>Trajectories of the keypoints</source>
        <translation>Trajektorien der Keypoints</translation>
    </message>
    <message>
        <source>Drag to scrub · wheel to zoom · click a curve to select its keypoint, Ctrl adds, then drag it to bend it · double click shows all</source>
        <translation>Ziehen: durchlaufen · Mausrad: Zoom · Klick auf eine Kurve wählt ihren Keypoint, Strg nimmt hinzu, Ziehen biegt · Doppelklick zeigt alles</translation>
    </message>
    <message numerus="yes">
        <source> &amp;nbsp; %n keypoints selected</source>
        <translation>
            <numerusform> &amp;nbsp; %n Keypoint gewählt</numerusform>
            <numerusform> &amp;nbsp; %n Keypoints gewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Share of {name}</source>
        <translation>Anteil von {name}</translation>
    </message>
    <message>
        <source>Percent of “{name}” in the action; the others make room</source>
        <translation>Prozent von „{name}“ an der Aktion; die anderen machen Platz</translation>
    </message>
    <message>
        <source>Mix actions</source>
        <translation>Aktionen mischen</translation>
    </message>
    <message>
        <source>Mix actions with sliders</source>
        <translation>Aktionen mit Reglern mischen</translation>
    </message>
    <message>
        <source>Make a clip of “{name}”</source>
        <translation>Einen Clip von „{name}“ machen</translation>
    </message>
    <message>
        <source>Keypoints of the frame</source>
        <translation>Keypoints des Bildes</translation>
    </message>
    <message>
        <source>Where the keypoints came from</source>
        <translation>Woher die Keypoints kamen</translation>
    </message>
    <message>
        <source>Background mask: tinted where the photo is kept</source>
        <translation>Hintergrundmaske: gefärbt, wo das Foto bleibt</translation>
    </message>
    <message>
        <source>The synthesized foreground instead of the frame</source>
        <translation>Der synthetisierte Vordergrund statt des Bildes</translation>
    </message>
    <message>
        <source>The predicted frame</source>
        <translation>Das vorhergesagte Bild</translation>
    </message>
    <message>
        <source>Lines between keypoints that move together</source>
        <translation>Linien zwischen Keypoints, die sich gemeinsam bewegen</translation>
    </message>
    <message>
        <source>Onion skin: the figure a few frames before and after</source>
        <translation>Zwiebelhaut: die Figur ein paar Bilder davor und danach</translation>
    </message>
    <message>
        <source>C&amp;rop</source>
        <translation>A&amp;usschnitt</translation>
    </message>
    <message>
        <source>Photo and crop beside the clip</source>
        <translation>Foto und Ausschnitt neben dem Clip</translation>
    </message>
    <message>
        <source>&amp;Whole photo</source>
        <translation>Ganzes &amp;Foto</translation>
    </message>
    <message>
        <source>The whole photo moves, not the crop alone</source>
        <translation>Das ganze Foto bewegt sich, nicht nur der Ausschnitt</translation>
    </message>
    <message>
        <source>Fi&amp;t</source>
        <translation>Ein&amp;passen</translation>
    </message>
    <message>
        <source>Fit into the view</source>
        <translation>In die Ansicht einpassen</translation>
    </message>
    <message>
        <source>&amp;Actual size</source>
        <translation>&amp;Originalgröße</translation>
    </message>
    <message>
        <source>100 %: one screen pixel per pixel</source>
        <translation>100 %: ein Bildschirmpixel je Pixel</translation>
    </message>
    <message>
        <source>&amp;Zoom in</source>
        <translation>Ver&amp;größern</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <source>S&amp;mooth</source>
        <translation>&amp;Weich</translation>
    </message>
    <message>
        <source>Smooth enlargement</source>
        <translation>Weiche Vergrößerung</translation>
    </message>
    <message>
        <source>F&amp;ull size</source>
        <translation>&amp;Volle Größe</translation>
    </message>
    <message>
        <source>The photo&apos;s own pixels, where the model moves them</source>
        <translation>Die Pixel des Fotos, wo das Modell sie bewegt</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Einzelheiten kopieren</translation>
    </message>
    <message>
        <source>looking for figures…</source>
        <translation>Figuren werden gesucht…</translation>
    </message>
    <message>
        <source>unfamiliar</source>
        <translation>unvertraut</translation>
    </message>
    <message numerus="yes">
        <source>%n figures: click one</source>
        <translation>
            <numerusform>%n Figur: zum Wählen anklicken</numerusform>
            <numerusform>%n Figuren: eine anklicken</numerusform>
        </translation>
    </message>
    <message>
        <source>familiar</source>
        <translation>vertraut</translation>
    </message>
    <message>
        <source>familiarity unknown</source>
        <translation>Vertrautheit unbekannt</translation>
    </message>
    <message>
        <source>Clip: {what}</source>
        <translation>Clip: {what}</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>Clip</translation>
    </message>
    <message>
        <source>Everything is switched off.
Frame (5) shows the clip again.</source>
        <translation>Alles ist ausgeschaltet.
Bild (5) zeigt den Clip wieder.</translation>
    </message>
    <message>
        <source>The predicted clip. Click keypoints to select them; [ and ] go through them. Drag one, or press Alt with an arrow key, to bend its way.</source>
        <translation>Der vorhergesagte Clip. Klicks wählen Keypoints; [ und ] gehen sie durch. Ziehen, oder Alt mit einer Pfeiltaste, biegt ihren Weg.</translation>
    </message>
    <message>
        <source>The clip at eight times; the arrow keys go from one to the next.</source>
        <translation>Der Clip zu acht Zeitpunkten; die Pfeiltasten gehen von einem zum nächsten.</translation>
    </message>
    <message>
        <source>Click a column to go to its frame  (Left, Right)</source>
        <translation>Ein Klick auf eine Spalte führt zu ihrem Bild  (Links, Rechts)</translation>
    </message>
    <message>
        <source>&amp;Copy as picture</source>
        <translation>Als Bild &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Save figure...</source>
        <translation>Abbildung &amp;speichern...</translation>
    </message>
    <message>
        <source>Rows, copy, save</source>
        <translation>Zeilen, kopieren, speichern</translation>
    </message>
    <message>
        <source>Filmstrip menu</source>
        <translation>Menü des Filmstreifens</translation>
    </message>
    <message>
        <source>Every clip generated so far; the arrow keys choose one.</source>
        <translation>Jeder bisher erzeugte Clip; die Pfeiltasten wählen einen.</translation>
    </message>
    <message>
        <source>&amp;Export...</source>
        <translation>&amp;Exportieren...</translation>
    </message>
    <message>
        <source>&amp;Copy picture</source>
        <translation>Bild &amp;kopieren</translation>
    </message>
    <message>
        <source>Co&amp;mpare</source>
        <translation>&amp;Vergleichen</translation>
    </message>
    <message>
        <source>&amp;More like this</source>
        <translation>&amp;Mehr davon</translation>
    </message>
    <message>
        <source>&amp;Reuse these inputs</source>
        <translation>Diese Eingaben &amp;wiederverwenden</translation>
    </message>
    <message>
        <source>Remove &amp;star</source>
        <translation>&amp;Stern entfernen</translation>
    </message>
    <message>
        <source>&amp;Star</source>
        <translation>&amp;Stern</translation>
    </message>
    <message numerus="yes">
        <source>Remove &amp;star from %n</source>
        <translation>
            <numerusform>&amp;Stern von %n entfernen</numerusform>
            <numerusform>&amp;Stern von %n entfernen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Star %n futures</source>
        <translation>
            <numerusform>%n Zukunft einen &amp;Stern geben</numerusform>
            <numerusform>%n Zukünften einen &amp;Stern geben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Co&amp;mpare %n futures</source>
        <translation>
            <numerusform>%n Zukunft &amp;vergleichen</numerusform>
            <numerusform>%n Zukünfte &amp;vergleichen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move &amp;between %n futures</source>
        <translation>
            <numerusform>&amp;Zwischen %n Zukunft bewegen</numerusform>
            <numerusform>&amp;Zwischen %n Zukünften bewegen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Export %n futures...</source>
        <translation>
            <numerusform>%n Zukunft &amp;exportieren...</numerusform>
            <numerusform>%n Zukünfte &amp;exportieren...</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Delete %n futures</source>
        <translation>
            <numerusform>%n Zukunft &amp;löschen</numerusform>
            <numerusform>%n Zukünfte &amp;löschen</numerusform>
        </translation>
    </message>
    <message>
        <source>Rename the future</source>
        <translation>Zukunft umbenennen</translation>
    </message>
    <message>
        <source>Name; empty for none</source>
        <translation>Name; leer für keinen</translation>
    </message>
    <message>
        <source>No future is found.</source>
        <translation>Keine Zukunft gefunden.</translation>
    </message>
    <message>
        <source>Every clip you generate
is kept here.</source>
        <translation>Jeder erzeugte Clip
bleibt hier erhalten.</translation>
    </message>
    <message>
        <source>, starred</source>
        <translation>, mit Stern</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Neueste zuerst</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Älteste zuerst</translation>
    </message>
    <message>
        <source>By action</source>
        <translation>Nach Aktion</translation>
    </message>
    <message>
        <source>Starred first</source>
        <translation>Mit Stern zuerst</translation>
    </message>
    <message>
        <source>Most motion first</source>
        <translation>Meiste Bewegung zuerst</translation>
    </message>
    <message>
        <source>Most like the shown one first</source>
        <translation>Ähnlichste zum gezeigten zuerst</translation>
    </message>
    <message>
        <source>The seed of this picture: type another, 0 to {last} or more</source>
        <translation>Der Seed dieses Bildes: einen anderen eingeben, 0 bis {last} oder mehr</translation>
    </message>
    <message>
        <source>&amp;Lock seed</source>
        <translation>Seed &amp;sperren</translation>
    </message>
    <message>
        <source>Keep the seed</source>
        <translation>Den Seed behalten</translation>
    </message>
    <message>
        <source>&amp;Generate</source>
        <translation>&amp;Erzeugen</translation>
    </message>
    <message>
        <source>Another future: a new seed, unless it is locked</source>
        <translation>Eine weitere Zukunft: ein neuer Seed, wenn er nicht gesperrt ist</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>Stop what is being made</source>
        <translation>Abbrechen, was gerade entsteht</translation>
    </message>
    <message>
        <source>Latent</source>
        <translation>Latent</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>{title} ({name}): {domain}  (Alt+M opens the Model menu)</source>
        <translation>{title} ({name}): {domain}  (Alt+M öffnet das Menü Modell)</translation>
    </message>
    <message>
        <source>Photo with crop</source>
        <translation>Foto mit Ausschnitt</translation>
    </message>
    <message>
        <source>Arrow keys move the crop, plus and minus resize it, Page Up and Page Down go through the figures found.</source>
        <translation>Pfeiltasten bewegen den Ausschnitt, Plus und Minus ändern seine Größe, Bild auf und Bild ab gehen durch die gefundenen Figuren.</translation>
    </message>
    <message>
        <source>Drag the square, or pull its corners. Arrow keys move it, + and - resize it.
Where several figures are found, click one&apos;s frame, or press Page Up or Page Down.</source>
        <translation>Am Quadrat oder seinen Ecken ziehen. Pfeiltasten bewegen es, + und - ändern die Größe.
Bei mehreren gefundenen Figuren eine anklicken, oder Bild auf und Bild ab drücken.</translation>
    </message>
    <message>
        <source>Drop a photo, paste, or try a sample</source>
        <translation>Ein Foto ablegen, einfügen oder ein Beispiel wählen</translation>
    </message>
    <message>
        <source>It becomes a 32-frame clip of the action you choose.</source>
        <translation>Daraus wird ein Clip von 32 Bildern mit der gewählten Aktion.</translation>
    </message>
    <message>
        <source>&amp;Open a photo...</source>
        <translation>Foto ö&amp;ffnen...</translation>
    </message>
    <message>
        <source>Open a picture or video</source>
        <translation>Ein Bild oder Video öffnen</translation>
    </message>
    <message>
        <source>Try the sample “{name}”</source>
        <translation>Das Beispiel „{name}“ ausprobieren</translation>
    </message>
    <message>
        <source>Sample {name}</source>
        <translation>Beispiel {name}</translation>
    </message>
    <message>
        <source>&amp;Loop</source>
        <translation>&amp;Schleife</translation>
    </message>
    <message>
        <source>Bac&amp;k and forth</source>
        <translation>&amp;Hin und her</translation>
    </message>
    <message>
        <source>Play &amp;once</source>
        <translation>&amp;Einmal abspielen</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>Abspielen oder anhalten</translation>
    </message>
    <message>
        <source>&amp;First frame</source>
        <translation>&amp;Erstes Bild</translation>
    </message>
    <message>
        <source>P&amp;revious frame</source>
        <translation>&amp;Voriges Bild</translation>
    </message>
    <message>
        <source>&amp;Next frame</source>
        <translation>&amp;Nächstes Bild</translation>
    </message>
    <message>
        <source>L&amp;ast frame</source>
        <translation>&amp;Letztes Bild</translation>
    </message>
    <message>
        <source>Fi&amp;ve frames back</source>
        <translation>&amp;Fünf Bilder zurück</translation>
    </message>
    <message>
        <source>F&amp;ive frames on</source>
        <translation>F&amp;ünf Bilder vor</translation>
    </message>
    <message>
        <source>Play backwar&amp;ds, faster each time</source>
        <translation>&amp;Rückwärts abspielen, jedes Mal schneller</translation>
    </message>
    <message>
        <source>Pa&amp;use here</source>
        <translation>Hier &amp;anhalten</translation>
    </message>
    <message>
        <source>Play for&amp;wards, faster each time</source>
        <translation>V&amp;orwärts abspielen, jedes Mal schneller</translation>
    </message>
    <message>
        <source>Range &amp;begins here</source>
        <translation>Bereich &amp;beginnt hier</translation>
    </message>
    <message>
        <source>Range &amp;ends here</source>
        <translation>Bereich e&amp;ndet hier</translation>
    </message>
    <message>
        <source>Play the w&amp;hole clip</source>
        <translation>&amp;Ganzen Clip abspielen</translation>
    </message>
    <message>
        <source>Playhead</source>
        <translation>Abspielkopf</translation>
    </message>
    <message>
        <source>Click or drag to go to a frame  (Left, Right, Home, End)</source>
        <translation>Klicken oder ziehen führt zu einem Bild  (Links, Rechts, Pos1, Ende)</translation>
    </message>
    <message>
        <source>Playback speed</source>
        <translation>Abspieltempo</translation>
    </message>
    <message>
        <source>Frame / frames · seconds after the photo</source>
        <translation>Bild / Bilder · Sekunden nach dem Foto</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>This picture is unlike what the model {title} learned from, so its future may look wrong: try a crop in which one whole figure fills most of the square.</source>
        <translation>Dieses Bild gleicht nicht dem, woraus das Modell {title} gelernt hat; seine Zukunft sieht darum vielleicht falsch aus: Besser ist ein Ausschnitt, den eine ganze Figur fast füllt.</translation>
    </message>
    <message>
        <source>The model {title} cannot say whether it knows photos like this one: it was never calibrated.</source>
        <translation>Das Modell {title} kann nicht sagen, ob es solche Fotos kennt: Es wurde nie kalibriert.</translation>
    </message>
    <message>
        <source>Crop around the figure</source>
        <translation>Um die Figur zuschneiden</translation>
    </message>
    <message>
        <source>Figure {number}</source>
        <translation>Figur {number}</translation>
    </message>
    <message>
        <source>Crop around the figure that was found</source>
        <translation>Um die gefundene Figur zuschneiden</translation>
    </message>
    <message>
        <source>Use {title}</source>
        <translation>{title} verwenden</translation>
    </message>
    <message>
        <source>This model finds something familiar in the photo</source>
        <translation>Dieses Modell findet etwas Vertrautes im Foto</translation>
    </message>
    <message>
        <source>The paper&apos;s own weights learned from real photographs, but cannot say what they know</source>
        <translation>Die Gewichte der Veröffentlichung lernten von echten Fotos, können aber nicht sagen, was sie kennen</translation>
    </message>
    <message>
        <source>Try a sample</source>
        <translation>Beispiel ausprobieren</translation>
    </message>
    <message>
        <source>See “{name}” done well</source>
        <translation>„{name}“ gut gemacht sehen</translation>
    </message>
    <message>
        <source>Train on my own clips…</source>
        <translation>Mit eigenen Clips trainieren…</translation>
    </message>
    <message>
        <source>Teach a model what your photos show</source>
        <translation>Einem Modell beibringen, was die eigenen Fotos zeigen</translation>
    </message>
    <message>
        <source>z pad</source>
        <translation>z-Feld</translation>
    </message>
    <message>
        <source>Arrow keys vary the future; Shift makes the steps small.</source>
        <translation>Pfeiltasten wandeln die Zukunft ab; die Umschalttaste macht die Schritte klein.</translation>
    </message>
    <message>
        <source>Drag to vary the future. Middle: the mean one; right: this seed; up: the next seed.</source>
        <translation>Ziehen wandelt die Zukunft ab. Mitte: die mittlere; rechts: dieser Seed; oben: der nächste Seed.</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>next seed</source>
        <translation>nächster Seed</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>Mitte</translation>
    </message>
    <message>
        <source>Dismiss  (Esc)</source>
        <translation>Ausblenden  (Esc)</translation>
    </message>
    <message>
        <source>Dismiss this message</source>
        <translation>Diese Meldung ausblenden</translation>
    </message>
    <message>
        <source>Only a link was dropped, and the studio does not fetch from the web.</source>
        <translation>Abgelegt wurde nur ein Link, und das Studio holt nichts aus dem Netz.</translation>
    </message>
    <message>
        <source>Copy the picture itself, or save it and drop the file.</source>
        <translation>Das Bild selbst kopieren, oder es speichern und die Datei ablegen.</translation>
    </message>
    <message>
        <source>There is no picture in what was pasted.</source>
        <translation>Im Eingefügten ist kein Bild.</translation>
    </message>
    <message>
        <source>Copy a picture or a picture file first.</source>
        <translation>Zuerst ein Bild oder eine Bilddatei kopieren.</translation>
    </message>
    <message>
        <source>Hide {title}</source>
        <translation>{title} ausblenden</translation>
    </message>
    <message>
        <source>Hide “{title}”, and show it again</source>
        <translation>„{title}“ ausblenden und wieder zeigen</translation>
    </message>
    <message>
        <source>&amp;Skip</source>
        <translation>Ü&amp;berspringen</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>&amp;Fertig</translation>
    </message>
    <message>
        <source>Its frames were not made.</source>
        <translation>Seine Bilder wurden nicht gemacht.</translation>
    </message>
    <message>
        <source>Details are in the crash log.</source>
        <translation>Näheres steht im Absturzprotokoll.</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Unterbrochen</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Beschädigt</translation>
    </message>
    <message>
        <source>64 px first, grown to 128 px. About 3.5 hours on two cores.</source>
        <translation>Zuerst 64 px, dann auf 128 px gewachsen. Etwa 3,5 Stunden auf zwei Kernen.</translation>
    </message>
    <message>
        <source>The world of rigged animals, or any folder of clips of whole animals.</source>
        <translation>Die Welt animierbarer Tiere, oder jeder Ordner mit Clips ganzer Tiere.</translation>
    </message>
    <message>
        <source>MGIF (paper)</source>
        <translation>MGIF (Veröffentlichung)</translation>
    </message>
    <message>
        <source>The paper&apos;s networks and losses at 128 px, without classes. For a GPU: days; on a CPU, weeks.</source>
        <translation>Netze und Verluste der Veröffentlichung bei 128 px, ohne Klassen. Auf einer GPU Tage, auf einer CPU Wochen.</translation>
    </message>
    <message>
        <source>MGIF as distributed: train/ and test/ folders of GIFs.</source>
        <translation>MGIF, wie es verteilt wird: Ordner train/ und test/ mit GIFs.</translation>
    </message>
    <message>
        <source>Penn Action (paper)</source>
        <translation>Penn Action (Veröffentlichung)</translation>
    </message>
    <message>
        <source>The paper&apos;s networks and losses at 128 px, K = 40. For a GPU: days; on a CPU, weeks.</source>
        <translation>Netze und Verluste der Veröffentlichung bei 128 px, K = 40. Auf einer GPU Tage, auf einer CPU Wochen.</translation>
    </message>
    <message>
        <source>Penn Action as distributed: frames/ and labels/ in one folder.</source>
        <translation>Penn Action, wie es verteilt wird: frames/ und labels/ in einem Ordner.</translation>
    </message>
    <message>
        <source>A drawing translator: 64 px first, grown to 128 px. About 4 hours on two cores.</source>
        <translation>Ein zeichnender Übersetzer: zuerst 64 px, dann auf 128 px gewachsen. Etwa 4 Stunden auf zwei Kernen.</translation>
    </message>
    <message>
        <source>The procedural world of people, or any folder of clips of whole figures.</source>
        <translation>Die erzeugte Welt der Menschen, oder jeder Ordner mit Clips ganzer Figuren.</translation>
    </message>
    <message>
        <source>Photographs</source>
        <translation>Fotografien</translation>
    </message>
    <message>
        <source>Moves the photo&apos;s own pixels, at 128 px from the start. Goes on from People. About 1.5 hours on two cores.</source>
        <translation>Bewegt die Pixel des Fotos, von Anfang an bei 128 px. Geht von Menschen aus weiter. Etwa 1,5 Stunden auf zwei Kernen.</translation>
    </message>
    <message>
        <source>Real clips of whole figures, one in each, filmed from one place: your own.</source>
        <translation>Echte Clips ganzer Figuren, in jedem eine, von einem Ort aus gefilmt: die eigenen.</translation>
    </message>
    <message>
        <source>Tiny</source>
        <translation>Winzig</translation>
    </message>
    <message>
        <source>All three steps at 64 px in about five minutes on two cores: for trying things.</source>
        <translation>Alle drei Schritte bei 64 px in etwa fünf Minuten auf zwei Kernen: zum Ausprobieren.</translation>
    </message>
    <message>
        <source>Any folder of clips, or the procedural world.</source>
        <translation>Jeder Ordner mit Clips, oder die erzeugte Welt.</translation>
    </message>
    <message>
        <source>UvA-NEMO (paper)</source>
        <translation>UvA-NEMO (Veröffentlichung)</translation>
    </message>
    <message>
        <source>The paper&apos;s networks and losses at 64 px, without classes. For a GPU: days; on a CPU, weeks.</source>
        <translation>Netze und Verluste der Veröffentlichung bei 64 px, ohne Klassen. Auf einer GPU Tage, auf einer CPU Wochen.</translation>
    </message>
    <message>
        <source>UvA-NEMO as distributed: videos/ and its details file in one folder.</source>
        <translation>UvA-NEMO, wie es verteilt wird: videos/ und seine Tabelle in einem Ordner.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>The model&apos;s name: that of its file.</source>
        <translation>Der Name des Modells: der seiner Datei.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>What the model is called in lists.</source>
        <translation>Wie das Modell in Listen heißt.</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>What pictures it is for, in one sentence; left empty, its data says it.</source>
        <translation>Für welche Bilder es ist, in einem Satz; leer sagen es seine Daten.</translation>
    </message>
    <message>
        <source>Seed of everything random.</source>
        <translation>Seed von allem Zufälligen.</translation>
    </message>
    <message>
        <source>What is trained: kpvp, the model with keypoints, or a system that it is compared with.</source>
        <translation>Was trainiert wird: kpvp, das Modell mit Keypoints, oder ein System, mit dem es verglichen wird.</translation>
    </message>
    <message>
        <source>Base</source>
        <translation>Grundlage</translation>
    </message>
    <message>
        <source>Network sizes that [network] changes: ours, or the paper&apos;s.</source>
        <translation>Netzgrößen, die [network] ändert: unsere oder die der Veröffentlichung.</translation>
    </message>
    <message>
        <source>The preset that these settings came from.</source>
        <translation>Die Vorlage, aus der diese Einstellungen stammen.</translation>
    </message>
    <message>
        <source>Init</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Model or run to start from; empty starts afresh.</source>
        <translation>Modell oder Lauf, von dem aus begonnen wird; leer beginnt neu.</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>Installieren</translation>
    </message>
    <message>
        <source>Copy the finished model into the model list.</source>
        <translation>Das fertige Modell in die Liste der Modelle kopieren.</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Folder of clips, or the name of a world of drawn clips.</source>
        <translation>Ordner mit Clips oder Name einer Welt gezeichneter Clips.</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Aufbau</translation>
    </message>
    <message>
        <source>How the folder is laid out; auto recognises it.</source>
        <translation>Wie der Ordner aufgebaut ist; auto erkennt es.</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>Charaktere</translation>
    </message>
    <message>
        <source>Folder of rigged characters for the worlds that draw them; empty: the variable KPVP_CHARACTERS names it.</source>
        <translation>Ordner animierbarer Charaktere für Welten, die sie zeichnen; leer: Die Variable KPVP_CHARACTERS nennt ihn.</translation>
    </message>
    <message>
        <source>Keep only these classes, numbered in this order; empty keeps all.</source>
        <translation>Nur diese Klassen behalten, in dieser Reihenfolge gezählt; leer behält alle.</translation>
    </message>
    <message>
        <source>clips</source>
        <translation>Clips</translation>
    </message>
    <message>
        <source>Clips drawn of a world (a folder gives all of its clips).</source>
        <translation>Clips, die von einer Welt gezeichnet werden (ein Ordner gibt alle seine Clips).</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>px</source>
        <translation>px</translation>
    </message>
    <message>
        <source>Side at which frames are stored; the short side is brought to it.</source>
        <translation>Seite, mit der Bilder gespeichert werden; die kurze Seite wird darauf gebracht.</translation>
    </message>
    <message>
        <source>Held out</source>
        <translation>Zurückgehalten</translation>
    </message>
    <message>
        <source>Share of the clips kept for validation, where the data has no split of its own.</source>
        <translation>Anteil der Clips, der zum Prüfen zurückgehalten wird, wo die Daten nicht selbst geteilt sind.</translation>
    </message>
    <message>
        <source>Longest</source>
        <translation>Längste</translation>
    </message>
    <message>
        <source>frames</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Frames kept of a clip; 0 keeps all.</source>
        <translation>Bilder, die von einem Clip behalten werden; 0 behält alle.</translation>
    </message>
    <message>
        <source>Fps</source>
        <translation>Bildrate</translation>
    </message>
    <message>
        <source>frames/s</source>
        <translation>Bilder/s</translation>
    </message>
    <message>
        <source>Frame rate that clips are brought to; 0 keeps theirs.</source>
        <translation>Bildrate, auf die Clips gebracht werden; 0 behält ihre.</translation>
    </message>
    <message>
        <source>First seed</source>
        <translation>Erster Seed</translation>
    </message>
    <message>
        <source>Number of a world&apos;s first clip.</source>
        <translation>Nummer des ersten Clips einer Welt.</translation>
    </message>
    <message>
        <source>Truth</source>
        <translation>Wahrheit</translation>
    </message>
    <message>
        <source>Store a world&apos;s true motion and places, for keypoints.flow and plate: three times the disk space.</source>
        <translation>Wahre Bewegung und wahre Hintergründe einer Welt mit speichern, für keypoints.flow und plate: der dreifache Speicherplatz.</translation>
    </message>
    <message>
        <source>Workers</source>
        <translation>Prozesse</translation>
    </message>
    <message>
        <source>Processes that draw or decode clips.</source>
        <translation>Prozesse, die Clips zeichnen oder lesen.</translation>
    </message>
    <message>
        <source>Cache gb</source>
        <translation>Zwischenspeicher</translation>
    </message>
    <message>
        <source>GB</source>
        <translation>GB</translation>
    </message>
    <message>
        <source>Disk space that decoded clips may take.</source>
        <translation>Platz, den gelesene Clips auf der Platte haben dürfen.</translation>
    </message>
    <message>
        <source>Rotation</source>
        <translation>Drehung</translation>
    </message>
    <message>
        <source>degrees</source>
        <translation>Grad</translation>
    </message>
    <message>
        <source>Largest rotation, either way.</source>
        <translation>Größte Drehung, nach beiden Seiten.</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Scale from 1 - zoom to 1 + zoom.</source>
        <translation>Maßstab von 1 - zoom bis 1 + zoom.</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Verschiebung</translation>
    </message>
    <message>
        <source>of the side</source>
        <translation>der Seite</translation>
    </message>
    <message>
        <source>Largest shift: a random crop.</source>
        <translation>Größte Verschiebung: ein zufälliger Ausschnitt.</translation>
    </message>
    <message>
        <source>Flip</source>
        <translation>Spiegeln</translation>
    </message>
    <message>
        <source>Mirror half of the pairs left to right.</source>
        <translation>Die Hälfte der Paare seitlich spiegeln.</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Largest change of gain and offset per channel.</source>
        <translation>Größte Änderung von Verstärkung und Versatz je Farbkanal.</translation>
    </message>
    <message>
        <source>Sharpness</source>
        <translation>Schärfe</translation>
    </message>
    <message>
        <source>Largest blurring (-) or sharpening (+).</source>
        <translation>Größtes Weichzeichnen (-) oder Schärfen (+).</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>Learning rate.</source>
        <translation>Lernrate.</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>How the rate falls: a cosine down to rate_floor, or the paper&apos;s times 0.95 every 20,000 steps.</source>
        <translation>Wie die Rate fällt: als Kosinus bis rate_floor, oder wie in der Veröffentlichung mal 0,95 alle 20.000 Schritte.</translation>
    </message>
    <message>
        <source>Rate floor</source>
        <translation>Kleinste Rate</translation>
    </message>
    <message>
        <source>of rate</source>
        <translation>der Rate</translation>
    </message>
    <message>
        <source>Learning rate at the end of the cosine.</source>
        <translation>Lernrate am Ende des Kosinus.</translation>
    </message>
    <message>
        <source>Betas</source>
        <translation>Betas</translation>
    </message>
    <message>
        <source>Adam&apos;s two decays.</source>
        <translation>Adams zwei Abklingwerte.</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>Gewichtsabnahme</translation>
    </message>
    <message>
        <source>AdamW&apos;s weight decay; 0 is Adam.</source>
        <translation>Gewichtsabnahme von AdamW; 0 ist Adam.</translation>
    </message>
    <message>
        <source>Warmup</source>
        <translation>Anlauf</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Steps of linear warm-up at the start of each stage.</source>
        <translation>Schritte mit linear steigender Rate am Anfang jeder Stufe.</translation>
    </message>
    <message>
        <source>Discriminator rate</source>
        <translation>Rate des Diskriminators</translation>
    </message>
    <message>
        <source>Learning rate of the adversary.</source>
        <translation>Lernrate des Gegners.</translation>
    </message>
    <message>
        <source>Ema</source>
        <translation>EMA</translation>
    </message>
    <message>
        <source>Decay of the averaged weights that are used in the end.</source>
        <translation>Abklingwert der gemittelten Gewichte, die am Ende gelten.</translation>
    </message>
    <message>
        <source>Clip norm</source>
        <translation>Größter Gradient</translation>
    </message>
    <message>
        <source>Largest gradient norm.</source>
        <translation>Größte Norm des Gradienten.</translation>
    </message>
    <message>
        <source>Sizes</source>
        <translation>Bildgrößen</translation>
    </message>
    <message>
        <source>Picture sizes, each twice the one before; the last is the model&apos;s.</source>
        <translation>Bildgrößen, jede doppelt so groß wie die davor; die letzte ist die des Modells.</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>How long, at each size.</source>
        <translation>Wie lange, bei jeder Größe.</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Stapel</translation>
    </message>
    <message>
        <source>pairs</source>
        <translation>Paare</translation>
    </message>
    <message>
        <source>Pairs of frames per step (and per process).</source>
        <translation>Paare von Bildern je Schritt (und Prozess).</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>Abstand</translation>
    </message>
    <message>
        <source>Least and most frames between the two pictures of a pair.</source>
        <translation>Wenigste und meiste Bilder zwischen den beiden eines Paares.</translation>
    </message>
    <message>
        <source>Detector rate</source>
        <translation>Rate des Detektors</translation>
    </message>
    <message>
        <source>Learning rate of the detector; 0 keeps it as it is, and its motion generator valid.</source>
        <translation>Lernrate des Detektors; 0 lässt ihn, wie er ist, und seinen Bewegungsgenerator gültig.</translation>
    </message>
    <message>
        <source>Grown rate</source>
        <translation>Rate danach</translation>
    </message>
    <message>
        <source>Learning rate at the sizes after the first.</source>
        <translation>Lernrate bei den Größen nach der ersten.</translation>
    </message>
    <message>
        <source>Motion weight</source>
        <translation>Gewicht der Bewegung</translation>
    </message>
    <message>
        <source>How much more changing pixels count; 0 is the paper&apos;s.</source>
        <translation>Wie viel mehr sich ändernde Pixel zählen; 0 wie in der Veröffentlichung.</translation>
    </message>
    <message>
        <source>Hard weight</source>
        <translation>Gewicht der Fehler</translation>
    </message>
    <message>
        <source>How much more badly drawn pixels count; 0 is the paper&apos;s.</source>
        <translation>Wie viel mehr schlecht gezeichnete Pixel zählen; 0 wie in der Veröffentlichung.</translation>
    </message>
    <message>
        <source>Perceptual</source>
        <translation>Wahrnehmung</translation>
    </message>
    <message>
        <source>Weight of the perceptual loss; 0 leaves it out.</source>
        <translation>Gewicht des Wahrnehmungsverlusts; 0 lässt ihn weg.</translation>
    </message>
    <message>
        <source>Perceptual features</source>
        <translation>Merkmale</translation>
    </message>
    <message>
        <source>Whose features it compares; auto takes VGG19 where its weights are.</source>
        <translation>Wessen Merkmale verglichen werden; auto nimmt VGG19, wo dessen Gewichte sind.</translation>
    </message>
    <message>
        <source>Perceptual scales</source>
        <translation>Maßstäbe</translation>
    </message>
    <message>
        <source>Picture scales it compares at.</source>
        <translation>In wie vielen Maßstäben des Bildes verglichen wird.</translation>
    </message>
    <message>
        <source>Reconstruction</source>
        <translation>Rekonstruktion</translation>
    </message>
    <message>
        <source>Weight of the mean absolute error.</source>
        <translation>Gewicht des mittleren absoluten Fehlers.</translation>
    </message>
    <message>
        <source>Equivariance</source>
        <translation>Äquivarianz</translation>
    </message>
    <message>
        <source>Weight of the loss by which keypoints follow a warped picture; 0 leaves it out.</source>
        <translation>Gewicht des Verlusts, durch den Keypoints einem verzerrten Bild folgen; 0 lässt ihn weg.</translation>
    </message>
    <message>
        <source>Equivariance share</source>
        <translation>Anteil dafür</translation>
    </message>
    <message>
        <source>Share of the batch that is warped for it.</source>
        <translation>Anteil des Stapels, der dafür verzerrt wird.</translation>
    </message>
    <message>
        <source>Separation</source>
        <translation>Trennung</translation>
    </message>
    <message>
        <source>Weight of the loss that keeps keypoints apart.</source>
        <translation>Gewicht des Verlusts, der Keypoints auseinanderhält.</translation>
    </message>
    <message>
        <source>Separation width</source>
        <translation>Weite der Trennung</translation>
    </message>
    <message>
        <source>half sides</source>
        <translation>halbe Seiten</translation>
    </message>
    <message>
        <source>How near is too near.</source>
        <translation>Wie nah zu nah ist.</translation>
    </message>
    <message>
        <source>On object</source>
        <translation>Auf der Figur</translation>
    </message>
    <message>
        <source>Weight of the loss that draws keypoints onto the learned mask.</source>
        <translation>Gewicht des Verlusts, der Keypoints auf die gelernte Maske zieht.</translation>
    </message>
    <message>
        <source>On object from</source>
        <translation>Auf der Figur ab</translation>
    </message>
    <message>
        <source>First step of that loss.</source>
        <translation>Erster Schritt dieses Verlusts.</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>Bewegtes</translation>
    </message>
    <message>
        <source>Moving translator: weight of the error of its moved pixels alone.</source>
        <translation>Bewegender Übersetzer: Gewicht des Fehlers seiner bewegten Pixel allein.</translation>
    </message>
    <message>
        <source>Drawn</source>
        <translation>Gezeichnetes</translation>
    </message>
    <message>
        <source>Moving translator: weight against drawing where the figure is: it blurs.</source>
        <translation>Bewegender Übersetzer: Gewicht gegen Zeichnen, wo die Figur ist: Es macht unscharf.</translation>
    </message>
    <message>
        <source>Crisp</source>
        <translation>Deutlichkeit</translation>
    </message>
    <message>
        <source>Moving translator: weight against undecided covers, and against large ones.</source>
        <translation>Bewegender Übersetzer: Gewicht gegen unentschiedene Abdeckung und gegen große.</translation>
    </message>
    <message>
        <source>Silhouettes</source>
        <translation>Silhouetten</translation>
    </message>
    <message>
        <source>Moving translator: weight of the silhouettes that a world&apos;s renderer knows; 0: cover learned without labels.</source>
        <translation>Bewegender Übersetzer: Gewicht der Silhouetten, die der Zeichner einer Welt kennt; 0: Abdeckung ohne Vorgaben gelernt.</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>Abdeckung</translation>
    </message>
    <message>
        <source>Moving translator: weight by which keypoints go to all parts of the figure.</source>
        <translation>Bewegender Übersetzer: Gewicht, durch das Keypoints zu allen Teilen der Figur gehen.</translation>
    </message>
    <message>
        <source>Optical flow</source>
        <translation>Optischer Fluss</translation>
    </message>
    <message>
        <source>Moving translator: weight of the motion seen between neighbouring frames.</source>
        <translation>Bewegender Übersetzer: Gewicht der Bewegung, die zwischen benachbarten Bildern zu sehen ist.</translation>
    </message>
    <message>
        <source>Followed</source>
        <translation>Mitgehen</translation>
    </message>
    <message>
        <source>Moving translator: weight by which keypoints go along with that motion.</source>
        <translation>Bewegender Übersetzer: Gewicht, durch das Keypoints mit dieser Bewegung gehen.</translation>
    </message>
    <message>
        <source>Flow</source>
        <translation>Fluss</translation>
    </message>
    <message>
        <source>Moving translator: weight of the figure&apos;s true motion, see data.truth.</source>
        <translation>Bewegender Übersetzer: Gewicht der wahren Bewegung der Figur, siehe data.truth.</translation>
    </message>
    <message>
        <source>Known every</source>
        <translation>Bekanntes alle</translation>
    </message>
    <message>
        <source>One step of so many learns from what a renderer knows.</source>
        <translation>Einer von so vielen Schritten lernt aus dem, was ein Zeichner kennt.</translation>
    </message>
    <message>
        <source>Plate</source>
        <translation>Hintergrund</translation>
    </message>
    <message>
        <source>Moving translator: weight of the true place behind the figure.</source>
        <translation>Bewegender Übersetzer: Gewicht des wahren Hintergrunds hinter der Figur.</translation>
    </message>
    <message>
        <source>Gan</source>
        <translation>GAN</translation>
    </message>
    <message>
        <source>Weight of the image adversary; 0 leaves it out, the paper has 1.</source>
        <translation>Gewicht des Gegners für Bilder; 0 lässt ihn weg, die Veröffentlichung hat 1.</translation>
    </message>
    <message>
        <source>Gan from</source>
        <translation>GAN ab</translation>
    </message>
    <message>
        <source>First step of the adversary.</source>
        <translation>Erster Schritt des Gegners.</translation>
    </message>
    <message>
        <source>Discriminator width</source>
        <translation>Breite des Diskriminators</translation>
    </message>
    <message>
        <source>Channels of its first convolution.</source>
        <translation>Kanäle seiner ersten Faltung.</translation>
    </message>
    <message>
        <source>Discriminator widest</source>
        <translation>Größte Breite</translation>
    </message>
    <message>
        <source>Channels of its widest convolution.</source>
        <translation>Kanäle seiner breitesten Faltung.</translation>
    </message>
    <message>
        <source>How long the motion generator is trained.</source>
        <translation>Wie lange der Bewegungsgenerator trainiert wird.</translation>
    </message>
    <message>
        <source>sequences</source>
        <translation>Sequenzen</translation>
    </message>
    <message>
        <source>Sequences per step (and per process).</source>
        <translation>Sequenzen je Schritt (und Prozess).</translation>
    </message>
    <message>
        <source>L1</source>
        <translation>L1</translation>
    </message>
    <message>
        <source>Weight of the mean absolute error of keypoints.</source>
        <translation>Gewicht des mittleren absoluten Fehlers der Keypoints.</translation>
    </message>
    <message>
        <source>Kl</source>
        <translation>KL</translation>
    </message>
    <message>
        <source>Weight of the KL term; the paper has 1. A lower one keeps futures different.</source>
        <translation>Gewicht des KL-Terms; die Veröffentlichung hat 1. Ein kleineres hält Zukünfte verschieden.</translation>
    </message>
    <message>
        <source>Velocity</source>
        <translation>Geschwindigkeit</translation>
    </message>
    <message>
        <source>times l1</source>
        <translation>mal l1</translation>
    </message>
    <message>
        <source>Weight of the error of frame-to-frame displacements.</source>
        <translation>Gewicht des Fehlers der Bewegungen von Bild zu Bild.</translation>
    </message>
    <message>
        <source>Weight of the sequence adversary; 0 leaves it out.</source>
        <translation>Gewicht des Gegners für Sequenzen; 0 lässt ihn weg.</translation>
    </message>
    <message>
        <source>Largest rotation of a sequence, either way.</source>
        <translation>Größte Drehung einer Sequenz, nach beiden Seiten.</translation>
    </message>
    <message>
        <source>Least and greatest scale of a sequence.</source>
        <translation>Kleinster und größter Maßstab einer Sequenz.</translation>
    </message>
    <message>
        <source>Mirror half of the sequences left to right.</source>
        <translation>Die Hälfte der Sequenzen seitlich spiegeln.</translation>
    </message>
    <message>
        <source>Largest shift of a whole sequence.</source>
        <translation>Größte Verschiebung einer ganzen Sequenz.</translation>
    </message>
    <message>
        <source>K0 noise</source>
        <translation>Rauschen auf k0</translation>
    </message>
    <message>
        <source>Noise on the first keypoints: clips are not recognised by them.</source>
        <translation>Rauschen auf den ersten Keypoints: Clips werden nicht an ihnen erkannt.</translation>
    </message>
    <message>
        <source>Other poses</source>
        <translation>Fremde Posen</translation>
    </message>
    <message>
        <source>Share of sequences that begin in the pose of another clip, whatever its action.</source>
        <translation>Anteil der Sequenzen, die in der Pose eines anderen Clips beginnen, gleich welcher Aktion.</translation>
    </message>
    <message>
        <source>Fit prior</source>
        <translation>Prior anpassen</translation>
    </message>
    <message>
        <source>At the end, let z&apos;s usual values follow first pose and action (the paper: no); not needed with prior_layers.</source>
        <translation>Am Ende die üblichen Werte von z nach erster Pose und Aktion richten (Veröffentlichung: nein); mit prior_layers unnötig.</translation>
    </message>
    <message>
        <source>Discriminator cells</source>
        <translation>Zellen des Diskriminators</translation>
    </message>
    <message>
        <source>LSTM cells of the adversary; the paper has 1024.</source>
        <translation>LSTM-Zellen des Gegners; die Veröffentlichung hat 1024.</translation>
    </message>
    <message>
        <source>Side of its pictures: 16, 32, 64, 128 or 256.</source>
        <translation>Seite seiner Bilder: 16, 32, 64, 128 oder 256.</translation>
    </message>
    <message>
        <source>How long it is trained; 0: as many steps as the run would have for keypoints and motion.</source>
        <translation>Wie lange es trainiert wird; 0: so viele Schritte, wie der Lauf für Keypoints und Bewegung hätte.</translation>
    </message>
    <message>
        <source>Clips per step (and per process).</source>
        <translation>Clips je Schritt (und Prozess).</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>Channels of its finest layers; the papers have about 64.</source>
        <translation>Kanäle seiner feinsten Schichten; die Veröffentlichungen haben etwa 64.</translation>
    </message>
    <message>
        <source>Learning rate; 0: what the system&apos;s file says.</source>
        <translation>Lernrate; 0: was die Datei des Systems sagt.</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Mixed precision: no is float32.</source>
        <translation>Gemischte Genauigkeit: no ist float32.</translation>
    </message>
    <message>
        <source>Log every</source>
        <translation>Meldung alle</translation>
    </message>
    <message>
        <source>Steps between two reports of losses.</source>
        <translation>Schritte zwischen zwei Meldungen der Verluste.</translation>
    </message>
    <message>
        <source>Checkpoint every</source>
        <translation>Zwischenstand alle</translation>
    </message>
    <message>
        <source>Steps between two checkpoints.</source>
        <translation>Schritte zwischen zwei Zwischenständen.</translation>
    </message>
    <message>
        <source>Preview every</source>
        <translation>Vorschau alle</translation>
    </message>
    <message>
        <source>Steps between two previews.</source>
        <translation>Schritte zwischen zwei Vorschauen.</translation>
    </message>
    <message>
        <source>Validate every</source>
        <translation>Prüfung alle</translation>
    </message>
    <message>
        <source>Steps between two measurements on held-out clips, by which the best checkpoint is chosen; 0: never.</source>
        <translation>Schritte zwischen zwei Messungen an zurückgehaltenen Clips, nach denen der beste Zwischenstand gewählt wird; 0: nie.</translation>
    </message>
    <message>
        <source>N keypoints</source>
        <translation>Keypoints</translation>
    </message>
    <message>
        <source>Keypoints the detector finds.</source>
        <translation>Keypoints, die der Detektor findet.</translation>
    </message>
    <message>
        <source>Translator</source>
        <translation>Übersetzer</translation>
    </message>
    <message>
        <source>drawing: the paper&apos;s, which draws the whole figure; moving: moves the photo&apos;s own pixels, and draws what they lack.</source>
        <translation>drawing: der der Veröffentlichung, der die ganze Figur zeichnet; moving: bewegt die Pixel des Fotos und zeichnet, was ihnen fehlt.</translation>
    </message>
    <message>
        <source>Trunk</source>
        <translation>Unterbau</translation>
    </message>
    <message>
        <source>Eyes that have seen photographs, for detector and moving translator: early stages of an ImageNet classifier.</source>
        <translation>Augen, die Fotografien gesehen haben, für Detektor und bewegenden Übersetzer: frühe Stufen eines ImageNet-Klassifikators.</translation>
    </message>
    <message>
        <source>Source keypoints</source>
        <translation>Keypoints der Quelle</translation>
    </message>
    <message>
        <source>Show the translator the source&apos;s keypoints too: off is Base, on is Base + k.</source>
        <translation>Dem Übersetzer auch die Keypoints der Quelle zeigen: aus ist Base, an ist Base + k.</translation>
    </message>
    <message>
        <source>Background mask</source>
        <translation>Hintergrundmaske</translation>
    </message>
    <message>
        <source>Predict a mask that keeps the background: + bg.</source>
        <translation>Eine Maske vorhersagen, die den Hintergrund behält: + bg.</translation>
    </message>
    <message>
        <source>Softargmax</source>
        <translation>Softargmax</translation>
    </message>
    <message>
        <source>joint: one softmax over the map; marginal: the paper&apos;s, one per axis.</source>
        <translation>joint: ein Softmax über die Karte; marginal: wie in der Veröffentlichung, einer je Achse.</translation>
    </message>
    <message>
        <source>Softargmax scale</source>
        <translation>Faktor des Softargmax</translation>
    </message>
    <message>
        <source>Factor on the scores before the softmax.</source>
        <translation>Faktor auf die Werte vor dem Softmax.</translation>
    </message>
    <message>
        <source>Carried stages</source>
        <translation>Mitgetragene Stufen</translation>
    </message>
    <message>
        <source>Translator stages that see source features carried along by the keypoints; 0 is the paper&apos;s.</source>
        <translation>Stufen des Übersetzers, die Merkmale der Quelle von den Keypoints mitgetragen sehen; 0 wie in der Veröffentlichung.</translation>
    </message>
    <message>
        <source>Gaussian inv std</source>
        <translation>Enge der Gauß-Karten</translation>
    </message>
    <message>
        <source>per half side</source>
        <translation>je halbe Seite</translation>
    </message>
    <message>
        <source>Inverse width of the keypoints&apos; Gaussians.</source>
        <translation>Kehrwert der Breite der Gauß-Karten von Keypoints.</translation>
    </message>
    <message>
        <source>Gaussian stages</source>
        <translation>Stufen mit Gauß-Karten</translation>
    </message>
    <message>
        <source>Translator stages that see the Gaussians; the paper: the first.</source>
        <translation>Stufen des Übersetzers, die die Gauß-Karten sehen; Veröffentlichung: die erste.</translation>
    </message>
    <message>
        <source>Z size</source>
        <translation>Größe von z</translation>
    </message>
    <message>
        <source>Size of the latent.</source>
        <translation>Größe des Latents.</translation>
    </message>
    <message>
        <source>N frames</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Future frames.</source>
        <translation>Künftige Bilder.</translation>
    </message>
    <message>
        <source>Detector size</source>
        <translation>Größe des Detektors</translation>
    </message>
    <message>
        <source>Side at which the detector looks.</source>
        <translation>Seite, mit der der Detektor hinsieht.</translation>
    </message>
    <message>
        <source>Detector encoder</source>
        <translation>Encoder des Detektors</translation>
    </message>
    <message>
        <source>Channels of the detector at strides 1, 2, 4, ...</source>
        <translation>Kanäle des Detektors bei Schrittweite 1, 2, 4, ...</translation>
    </message>
    <message>
        <source>Detector decoder</source>
        <translation>Decoder des Detektors</translation>
    </message>
    <message>
        <source>Channels of its decoder, coarsest first.</source>
        <translation>Kanäle seines Decoders, das Gröbste zuerst.</translation>
    </message>
    <message>
        <source>Detector depths</source>
        <translation>Tiefen des Detektors</translation>
    </message>
    <message>
        <source>Convolutions per stage of that decoder.</source>
        <translation>Faltungen je Stufe dieses Decoders.</translation>
    </message>
    <message>
        <source>Image encoder</source>
        <translation>Bildencoder</translation>
    </message>
    <message>
        <source>Channels of the image encoder at strides 1, 2, 4, ...</source>
        <translation>Kanäle des Bildencoders bei Schrittweite 1, 2, 4, ...</translation>
    </message>
    <message>
        <source>Translator widths</source>
        <translation>Breiten des Übersetzers</translation>
    </message>
    <message>
        <source>Channels of the translator&apos;s stages, coarsest first.</source>
        <translation>Kanäle der Stufen des Übersetzers, das Gröbste zuerst.</translation>
    </message>
    <message>
        <source>Translator depths</source>
        <translation>Tiefen des Übersetzers</translation>
    </message>
    <message>
        <source>Convolutions per stage of the translator.</source>
        <translation>Faltungen je Stufe des Übersetzers.</translation>
    </message>
    <message>
        <source>Lstm cells</source>
        <translation>LSTM-Zellen</translation>
    </message>
    <message>
        <source>LSTM cells of the motion generator, where it has any.</source>
        <translation>LSTM-Zellen des Bewegungsgenerators, wo er welche hat.</translation>
    </message>
    <message>
        <source>Motion code</source>
        <translation>Code der Bewegung</translation>
    </message>
    <message>
        <source>Size of the code that starts its decoder.</source>
        <translation>Größe des Codes, mit dem sein Decoder beginnt.</translation>
    </message>
    <message>
        <source>Motion clock</source>
        <translation>Uhr der Bewegung</translation>
    </message>
    <message>
        <source>Waves of time its decoder sees; 0 is the paper&apos;s.</source>
        <translation>Wellen der Zeit, die sein Decoder sieht; 0 wie in der Veröffentlichung.</translation>
    </message>
    <message>
        <source>Motion waves</source>
        <translation>Wellen der Bewegung</translation>
    </message>
    <message>
        <source>Cosines that make up a keypoint&apos;s course, by a dense motion generator; 0 is the paper&apos;s LSTM.</source>
        <translation>Kosinusse, aus denen der Weg eines Keypoints besteht, bei einem dichten Bewegungsgenerator; 0: das LSTM der Veröffentlichung.</translation>
    </message>
    <message>
        <source>Motion width</source>
        <translation>Breite der Bewegung</translation>
    </message>
    <message>
        <source>Units of its layers.</source>
        <translation>Einheiten seiner Schichten.</translation>
    </message>
    <message>
        <source>Prior layers</source>
        <translation>Schichten des Priors</translation>
    </message>
    <message>
        <source>Layers that learn which z belong to a first pose and an action; 0 is the paper&apos;s.</source>
        <translation>Schichten, die lernen, welche z zu einer ersten Pose und Aktion gehören; 0 wie in der Veröffentlichung.</translation>
    </message>
    <message>
        <source>Prior spread</source>
        <translation>Streuung des Priors</translation>
    </message>
    <message>
        <source>How far z is spread before these layers: above 1, futures differ more; 1 is the paper&apos;s.</source>
        <translation>Wie weit z vor diesen Schichten gestreut wird: über 1 werden Zukünfte verschiedener; 1 wie in der Veröffentlichung.</translation>
    </message>
    <message>
        <source>Motion residual</source>
        <translation>Relative Bewegung</translation>
    </message>
    <message>
        <source>Predict displacements from the first keypoints instead of places.</source>
        <translation>Bewegungen von den ersten Keypoints aus vorhersagen statt Orte.</translation>
    </message>
    <message>
        <source>Padding</source>
        <translation>Rand</translation>
    </message>
    <message>
        <source>Padding at stride 2.</source>
        <translation>Rand bei Schrittweite 2.</translation>
    </message>
    <message>
        <source>Upsampling</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Rule of the bilinear upsampling.</source>
        <translation>Regel des bilinearen Vergrößerns.</translation>
    </message>
    <message>
        <source>Rectified linear</source>
        <translation>Gleichgerichtet</translation>
    </message>
    <message>
        <source>Rectify the motion generator&apos;s linear layers, as the authors&apos; code does.</source>
        <translation>Die linearen Schichten des Bewegungsgenerators gleichrichten, wie der Code der Autoren.</translation>
    </message>
    <message>
        <source>Type a whole number.</source>
        <translation>Bitte eine ganze Zahl eingeben.</translation>
    </message>
    <message>
        <source>Type whole numbers with commas between.</source>
        <translation>Bitte ganze Zahlen mit Kommas dazwischen eingeben.</translation>
    </message>
    <message>
        <source>Type a number.</source>
        <translation>Bitte eine Zahl eingeben.</translation>
    </message>
    <message>
        <source>Type numbers with commas between.</source>
        <translation>Bitte Zahlen mit Kommas dazwischen eingeben.</translation>
    </message>
    <message>
        <source>Choose one of {choices}.</source>
        <translation>Bitte wählen: {choices}.</translation>
    </message>
    <message>
        <source>At least {limit:g}.</source>
        <translation>Mindestens {limit:g}.</translation>
    </message>
    <message>
        <source>At most {limit:g}.</source>
        <translation>Höchstens {limit:g}.</translation>
    </message>
    <message>
        <source>At least {limit:g} {unit}.</source>
        <translation>Mindestens {limit:g} {unit}.</translation>
    </message>
    <message>
        <source>At most {limit:g} {unit}.</source>
        <translation>Höchstens {limit:g} {unit}.</translation>
    </message>
    <message>
        <source>What these words mean</source>
        <translation>Was diese Wörter bedeuten</translation>
    </message>
    <message>
        <source>Install imageio-ffmpeg again, or export .webp or .png, which do without.</source>
        <translation>Installieren Sie imageio-ffmpeg neu, oder exportieren Sie .webp oder .png, die ohne auskommen.</translation>
    </message>
    <message>
        <source>Overlays and what stands beside are drawn at the model&apos;s size only.</source>
        <translation>Einblendungen und was daneben steht werden nur in der Größe des Modells gezeichnet.</translation>
    </message>
    <message>
        <source>Leave them out, or the photo&apos;s size.</source>
        <translation>Lassen Sie sie weg, oder die Größe des Fotos.</translation>
    </message>
    <message>
        <source>There is no {beside} to stand beside a clip.</source>
        <translation>Es gibt kein {beside}, das neben einem Clip stehen könnte.</translation>
    </message>
    <message>
        <source>Choose from {choices}.</source>
        <translation>Wählen Sie aus: {choices}.</translation>
    </message>
    <message>
        <source>There is nothing in that part of the picture.</source>
        <translation>In diesem Teil des Bildes ist nichts.</translation>
    </message>
    <message>
        <source>Give left, top, right, bottom from 0 to 1.</source>
        <translation>Geben Sie links, oben, rechts, unten von 0 bis 1 an.</translation>
    </message>
    <message>
        <source>A palette of {colours} colours cannot be made.</source>
        <translation>Eine Palette mit {colours} Farben ist nicht möglich.</translation>
    </message>
    <message>
        <source>Give a number from 2 to 256.</source>
        <translation>Geben Sie eine Zahl von 2 bis 256 an.</translation>
    </message>
    <message>
        <source>There is no dither {dither}.</source>
        <translation>Es gibt kein Dithering {dither}.</translation>
    </message>
    <message>
        <source>{name} names no known format.</source>
        <translation>{name} nennt kein bekanntes Format.</translation>
    </message>
    <message>
        <source>End it with one of {choices}.</source>
        <translation>Lassen Sie den Namen mit einer dieser Endungen enden: {choices}.</translation>
    </message>
    <message>
        <source>There is no overlay {value}.</source>
        <translation>Es gibt keine Einblendung {value}.</translation>
    </message>
    <message>
        <source>The scale {scale} cannot be used.</source>
        <translation>Der Maßstab {scale} ist nicht möglich.</translation>
    </message>
    <message>
        <source>Give a whole number from 1 to {max_scale}.</source>
        <translation>Geben Sie eine ganze Zahl von 1 bis {max_scale} an.</translation>
    </message>
    <message>
        <source>The folder {parent} does not exist.</source>
        <translation>Den Ordner {parent} gibt es nicht.</translation>
    </message>
    <message>
        <source>Create it, or choose another.</source>
        <translation>Legen Sie ihn an, oder wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>Choose another name, or have it replaced.</source>
        <translation>Wählen Sie einen anderen Namen, oder lassen Sie es ersetzen.</translation>
    </message>
    <message>
        <source>{fps} frames per second cannot be written.</source>
        <translation>{fps} Bilder pro Sekunde lassen sich nicht schreiben.</translation>
    </message>
    <message>
        <source>Give a number from 0.1 to 240.</source>
        <translation>Geben Sie eine Zahl von 0,1 bis 240 an.</translation>
    </message>
    <message>
        <source>{name} could not be written: the disk is full.</source>
        <translation>{name} konnte nicht geschrieben werden: Der Datenträger ist voll.</translation>
    </message>
    <message>
        <source>Free some space or choose another.</source>
        <translation>Schaffen Sie Platz, oder wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>It needs an object with &quot;keypoints&quot;: a list of frames, each a list of [x, y].</source>
        <translation>Nötig ist ein Objekt mit &quot;keypoints&quot;: eine Liste von Bildern, jedes eine Liste von [x, y].</translation>
    </message>
    <message>
        <source>It needs the columns frame, keypoint, x and y, and a row for each keypoint of each frame from 1.</source>
        <translation>Nötig sind die Spalten frame, keypoint, x und y, und eine Zeile für jeden Keypoint jedes Bildes ab 1.</translation>
    </message>
    <message>
        <source>{name} has a coordinate that is no finite number.</source>
        <translation>{name} hat eine Koordinate, die keine endliche Zahl ist.</translation>
    </message>
    <message>
        <source>Use numbers from -1 to 1.</source>
        <translation>Verwenden Sie Zahlen von -1 bis 1.</translation>
    </message>
    <message>
        <source>The keypoints of {name} have shape {value}.</source>
        <translation>Die Keypoints von {name} haben die Form {value}.</translation>
    </message>
    <message>
        <source>{name} has more frames or keypoints than a clip can have.</source>
        <translation>{name} hat mehr Bilder oder Keypoints, als ein Clip haben kann.</translation>
    </message>
    <message>
        <source>{name} has no frame after the photo.</source>
        <translation>{name} hat kein Bild nach dem Foto.</translation>
    </message>
    <message>
        <source>{name} has no column {value}.</source>
        <translation>{name} hat keine Spalte {value}.</translation>
    </message>
    <message>
        <source>{name} is no file.</source>
        <translation>{name} ist keine Datei.</translation>
    </message>
    <message>
        <source>Choose a .csv or .json of keypoints.</source>
        <translation>Wählen Sie eine .csv oder .json mit Keypoints.</translation>
    </message>
    <message>
        <source>{name} is larger than 16 MB.</source>
        <translation>{name} ist größer als 16 MB.</translation>
    </message>
    <message>
        <source>Choose a table of keypoints.</source>
        <translation>Wählen Sie eine Tabelle von Keypoints.</translation>
    </message>
    <message>
        <source>{name} cannot be opened: {reason}.</source>
        <translation>{name} lässt sich nicht öffnen: {reason}.</translation>
    </message>
    <message>
        <source>Check the path.</source>
        <translation>Prüfen Sie den Pfad.</translation>
    </message>
    <message>
        <source>{name} is no text.</source>
        <translation>{name} ist kein Text.</translation>
    </message>
    <message>
        <source>{name} has no list of keypoints.</source>
        <translation>{name} hat keine Liste von Keypoints.</translation>
    </message>
    <message>
        <source>Line {line_num} of {name} has something that is no number.</source>
        <translation>Zeile {line_num} von {name} hat etwas, das keine Zahl ist.</translation>
    </message>
    <message>
        <source>Line {line_num} of {name} is no line of a table.</source>
        <translation>Zeile {line_num} von {name} ist keine Zeile einer Tabelle.</translation>
    </message>
    <message>
        <source>Line {line_num} of {name} counts out of bounds.</source>
        <translation>Zeile {line_num} von {name} zählt über die Grenzen hinaus.</translation>
    </message>
    <message>
        <source>{name} lacks keypoint {k} of frame {frame}.</source>
        <translation>In {name} fehlt Keypoint {k} von Bild {frame}.</translation>
    </message>
    <message>
        <source>{name} already holds frames.</source>
        <translation>{name} enthält schon Bilder.</translation>
    </message>
    <message>
        <source>Choose another folder, or have them replaced.</source>
        <translation>Wählen Sie einen anderen Ordner, oder lassen Sie sie ersetzen.</translation>
    </message>
    <message>
        <source>Save it as JPEG or PNG and try again.</source>
        <translation>Speichern Sie es als JPEG oder PNG und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Copy or download it again, or choose another.</source>
        <translation>Kopieren oder laden Sie es noch einmal, oder wählen Sie ein anderes.</translation>
    </message>
    <message>
        <source>The crop {x},{y},{size} does not lie inside the photo of {width} x {height} pixels.</source>
        <translation>Der Ausschnitt {x},{y},{size} liegt nicht im Foto von {width} x {height} Pixeln.</translation>
    </message>
    <message>
        <source>Give the left and top corner and the side of a square within it.</source>
        <translation>Geben Sie die linke obere Ecke und die Seite eines Quadrats darin an.</translation>
    </message>
    <message>
        <source>{name} is empty.</source>
        <translation>{name} ist leer.</translation>
    </message>
    <message>
        <source>{count} frames</source>
        <translation>{count} Bilder</translation>
    </message>
    <message>
        <source>one frame</source>
        <translation>ein Bild</translation>
    </message>
    <message>
        <source>{name} has {many}, and no frame {index}.</source>
        <translation>{name} hat {many}, und kein Bild {index}.</translation>
    </message>
    <message>
        <source>Choose one from 0 to {value}.</source>
        <translation>Wählen Sie eines von 0 bis {value}.</translation>
    </message>
    <message>
        <source>The array is {dtype} {value}.</source>
        <translation>Das Array ist {dtype} {value}.</translation>
    </message>
    <message>
        <source>Give a picture as uint8 [H, W, 3].</source>
        <translation>Geben Sie ein Bild als uint8 [H, W, 3] an.</translation>
    </message>
    <message>
        <source>The array has {width} x {height} pixels.</source>
        <translation>Das Array hat {width} x {height} Pixel.</translation>
    </message>
    <message>
        <source>Give at most {value} megapixels.</source>
        <translation>Geben Sie höchstens {value} Megapixel an.</translation>
    </message>
    <message>
        <source>{name} is a folder.</source>
        <translation>{name} ist ein Ordner.</translation>
    </message>
    <message>
        <source>Choose one picture in it.</source>
        <translation>Wählen Sie ein Bild darin.</translation>
    </message>
    <message>
        <source>{name} is not a file.</source>
        <translation>{name} ist keine Datei.</translation>
    </message>
    <message>
        <source>Choose a picture.</source>
        <translation>Wählen Sie ein Bild.</translation>
    </message>
    <message>
        <source>Check the path, and that you may read it.</source>
        <translation>Prüfen Sie den Pfad, und ob Sie es lesen dürfen.</translation>
    </message>
    <message>
        <source>{name} is not a picture or video that can be read.</source>
        <translation>{name} ist kein Bild oder Video, das sich lesen lässt.</translation>
    </message>
    <message>
        <source>{name} is too large to be decoded.</source>
        <translation>{name} ist zu groß, um dekodiert zu werden.</translation>
    </message>
    <message>
        <source>Scale it below {value} megapixels.</source>
        <translation>Verkleinern Sie es auf unter {value} Megapixel.</translation>
    </message>
    <message>
        <source>There is not enough memory to open {name}.</source>
        <translation>Der Speicher reicht nicht, um {name} zu öffnen.</translation>
    </message>
    <message>
        <source>Close other programs or scale it down.</source>
        <translation>Schließen Sie andere Programme, oder verkleinern Sie es.</translation>
    </message>
    <message>
        <source>{name} is damaged or cut off.</source>
        <translation>{name} ist beschädigt oder abgeschnitten.</translation>
    </message>
    <message>
        <source>{name} has {width} x {height} pixels, which is more than this program opens.</source>
        <translation>{name} hat {width} x {height} Pixel, mehr als dieses Programm öffnet.</translation>
    </message>
    <message>
        <source>{name} holds no video that can be read.</source>
        <translation>{name} enthält kein Video, das sich lesen lässt.</translation>
    </message>
    <message>
        <source>It may be cut off; try another.</source>
        <translation>Es ist vielleicht abgeschnitten; versuchen Sie ein anderes.</translation>
    </message>
    <message>
        <source>{name} has {count} frames, and no frame {index}.</source>
        <translation>{name} hat {count} Bilder, und kein Bild {index}.</translation>
    </message>
    <message>
        <source>Check that it is still there.</source>
        <translation>Prüfen Sie, ob es noch da ist.</translation>
    </message>
    <message>
        <source>{name} cannot be opened as a video: {error}.</source>
        <translation>{name} lässt sich nicht als Video öffnen: {error}.</translation>
    </message>
    <message>
        <source>Install imageio-ffmpeg, or use a picture.</source>
        <translation>Installieren Sie imageio-ffmpeg, oder verwenden Sie ein Bild.</translation>
    </message>
    <message>
        <source>{name} describes its tensor {value!r} wrongly.</source>
        <translation>{name} beschreibt seinen Tensor {value!r} falsch.</translation>
    </message>
    <message>
        <source>{name} changed while it was read.</source>
        <translation>{name} änderte sich beim Lesen.</translation>
    </message>
    <message>
        <source>Open it again.</source>
        <translation>Öffnen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The model is too large for a bundle (512 MiB).</source>
        <translation>Das Modell ist zu groß für eine Modelldatei (512 MiB).</translation>
    </message>
    <message>
        <source>Choose smaller networks.</source>
        <translation>Wählen Sie kleinere Netze.</translation>
    </message>
    <message>
        <source>{name} is {dtype}, not floating point.</source>
        <translation>{name} ist {dtype}, keine Gleitkommazahl.</translation>
    </message>
    <message>
        <source>Save the networks&apos; own tensors.</source>
        <translation>Speichern Sie die Tensoren der Netze selbst.</translation>
    </message>
    <message>
        <source>{name} holds values that are not finite.</source>
        <translation>{name} enthält Werte, die nicht endlich sind.</translation>
    </message>
    <message>
        <source>Go back to an earlier checkpoint.</source>
        <translation>Gehen Sie zu einem früheren Checkpoint zurück.</translation>
    </message>
    <message>
        <source>{name} is larger than 512 MiB, too large for a model file.</source>
        <translation>{name} ist größer als 512 MiB, zu groß für eine Modelldatei.</translation>
    </message>
    <message>
        <source>{name} is not a model file, or is cut short.</source>
        <translation>{name} ist keine Modelldatei, oder ist abgeschnitten.</translation>
    </message>
    <message>
        <source>{name} was not written by this program: it has no model card.</source>
        <translation>{name} wurde nicht von diesem Programm geschrieben: Die Modellkarte fehlt.</translation>
    </message>
    <message>
        <source>{name} holds {count} tensors.</source>
        <translation>{name} enthält {count} Tensoren.</translation>
    </message>
    <message>
        <source>{name} is cut short or has bytes too many.</source>
        <translation>{name} ist abgeschnitten oder hat Bytes zu viel.</translation>
    </message>
    <message>
        <source>{name} stores {tensor!r} as {kind}, not F32 or F16.</source>
        <translation>{name} speichert {tensor!r} als {kind}, nicht als F32 oder F16.</translation>
    </message>
    <message>
        <source>{name} holds weights that are not finite.</source>
        <translation>{name} enthält Gewichte, die nicht endlich sind.</translation>
    </message>
    <message>
        <source>{value} is a folder or device, not a file.</source>
        <translation>{value} ist ein Ordner oder Gerät, keine Datei.</translation>
    </message>
    <message>
        <source>Choose a {suffix} file.</source>
        <translation>Wählen Sie eine {suffix}-Datei.</translation>
    </message>
    <message>
        <source>The header of {name} is damaged.</source>
        <translation>Der Kopf von {name} ist beschädigt.</translation>
    </message>
    <message>
        <source>The tensors of {name} overlap or leave gaps.</source>
        <translation>Die Tensoren von {name} überlappen oder lassen Lücken.</translation>
    </message>
    <message>
        <source>{name} could not be read to its end.</source>
        <translation>{name} konnte nicht bis zum Ende gelesen werden.</translation>
    </message>
    <message>
        <source>Open its backup {name}.</source>
        <translation>Öffnen Sie die Sicherung {name}.</translation>
    </message>
    <message>
        <source>{name} holds more than a project can.</source>
        <translation>{name} enthält mehr, als ein Projekt kann.</translation>
    </message>
    <message>
        <source>{name} is not a project.</source>
        <translation>{name} ist kein Projekt.</translation>
    </message>
    <message>
        <source>{name} cannot be read: {reason}.</source>
        <translation>{name} lässt sich nicht lesen: {reason}.</translation>
    </message>
    <message>
        <source>{name} is not a project, or is damaged.</source>
        <translation>{name} ist kein Projekt, oder ist beschädigt.</translation>
    </message>
    <message>
        <source>Check the disk.</source>
        <translation>Prüfen Sie den Datenträger.</translation>
    </message>
    <message>
        <source>{name} in {name2} is damaged.</source>
        <translation>{name} in {name2} ist beschädigt.</translation>
    </message>
    <message>
        <source>The photo {name} in the project is not the one it was.</source>
        <translation>Das Foto {name} im Projekt ist nicht mehr das, das es war.</translation>
    </message>
    <message>
        <source>Choose a project that this program saved, or one of its backups.</source>
        <translation>Wählen Sie ein Projekt, das dieses Programm gespeichert hat, oder eine seiner Sicherungen.</translation>
    </message>
    <message>
        <source>This is no project of KPVP Studio.</source>
        <translation>Das ist kein Projekt von KPVP Studio.</translation>
    </message>
    <message>
        <source>The clip {id} names other actions than it weighs.</source>
        <translation>Der Clip {id} nennt andere Aktionen, als er gewichtet.</translation>
    </message>
    <message>
        <source>There is no project.json.</source>
        <translation>Es gibt keine project.json.</translation>
    </message>
    <message>
        <source>The project&apos;s project.json is no text.</source>
        <translation>Die project.json des Projekts ist kein Text.</translation>
    </message>
    <message>
        <source>The project lacks {name}.</source>
        <translation>Dem Projekt fehlt {name}.</translation>
    </message>
    <message>
        <source>{what} could not be saved: {reason}.</source>
        <translation>Nicht gespeichert werden konnte: {what} ({reason}).</translation>
    </message>
    <message>
        <source>Save as another file, or in another folder.</source>
        <translation>Speichern Sie als andere Datei, oder in einem anderen Ordner.</translation>
    </message>
    <message>
        <source>{name} was changed by another program since it was opened.</source>
        <translation>{name} wurde von einem anderen Programm geändert, seit es geöffnet wurde.</translation>
    </message>
    <message>
        <source>{what} could not be saved: the disk is full.</source>
        <translation>Nicht gespeichert werden konnte: {what} – der Datenträger ist voll.</translation>
    </message>
    <message>
        <source>Free some space; nothing else was lost.</source>
        <translation>Schaffen Sie Platz; sonst ging nichts verloren.</translation>
    </message>
    <message>
        <source>Your latest work</source>
        <translation>Ihre letzte Arbeit</translation>
    </message>
    <message>
        <source>Close other programs, or choose the CPU as device.</source>
        <translation>Schließen Sie andere Programme, oder wählen Sie die CPU als Gerät.</translation>
    </message>
    <message>
        <source>Ask for fewer frames at a time, or leave their number open.</source>
        <translation>Verlangen Sie weniger Bilder auf einmal, oder lassen Sie ihre Zahl offen.</translation>
    </message>
    <message>
        <source>The memory of {device} ran out while rendering one frame.</source>
        <translation>Der Speicher von {device} reichte nicht einmal für ein Bild.</translation>
    </message>
    <message>
        <source>The memory of {device} ran out with {size} frames at a time.</source>
        <translation>Der Speicher von {device} reichte nicht für {size} Bilder auf einmal.</translation>
    </message>
    <message>
        <source>This can be trained on.</source>
        <translation>Damit lässt sich trainieren.</translation>
    </message>
    <message>
        <source>{left_out} of what was found is left out; see the problems. {advice}</source>
        <translation>{left_out} der gefundenen Dateien werden ausgelassen; siehe die Probleme. {advice}</translation>
    </message>
    <message>
        <source>No clip can be used. {how}</source>
        <translation>Kein Clip ist brauchbar. {how}</translation>
    </message>
    <message>
        <source>There is only one clip: a model learns to repeat it, and nothing is left to judge it on. Add more.</source>
        <translation>Es gibt nur einen Clip: Ein Modell lernt, ihn zu wiederholen, und nichts bleibt, um es zu beurteilen. Fügen Sie weitere hinzu.</translation>
    </message>
    <message>
        <source>There are {usable} clips: enough to try things; a model that knows new photos needs more.</source>
        <translation>Es gibt {usable} Clips: genug zum Ausprobieren; ein Modell, das neue Fotos kennt, braucht mehr.</translation>
    </message>
    <message>
        <source>{short} clips have fewer than {frames} frames: their motion is filled in between.</source>
        <translation>{short} Clips haben weniger als {frames} Bilder: Dazwischen wird ihre Bewegung ergänzt.</translation>
    </message>
    <message>
        <source>The classes are uneven: {many} clips of {most}, {few} of {least}.</source>
        <translation>Die Klassen sind ungleich: {many} Clips von {most}, {few} von {least}.</translation>
    </message>
    <message>
        <source>Portrait and landscape are mixed: of each the middle square is used.</source>
        <translation>Hoch- und Querformat sind gemischt: Von jedem wird das mittlere Quadrat verwendet.</translation>
    </message>
    <message>
        <source>Some clips are very large: decoding them once will take a while.</source>
        <translation>Manche Clips sind sehr groß: Sie einmal zu dekodieren wird eine Weile dauern.</translation>
    </message>
    <message>
        <source>Give a folder with CLASS/clip.mp4 (or .avi, .mov, .webm, .gif, .webp), CLASS/clip/0001.jpg, or just clips.</source>
        <translation>Geben Sie einen Ordner mit KLASSE/clip.mp4 (oder .avi, .mov, .webm, .gif, .webp), KLASSE/clip/0001.jpg, oder einfach Clips an.</translation>
    </message>
</context>
</TS>
