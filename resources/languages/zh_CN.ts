<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name></name>
    <message numerus="yes">
        <source> Nor are %n more files in the models folders.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The model file {name} is not used. {what}{more}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There was no answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There was no answer within ten minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words of the command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No command has these words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export clip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How large the file will be, tried out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Whole picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back the cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in &amp;folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder the file is in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close, stopping a running export  (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the file  (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prese&amp;t</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;older</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{width} × {height} pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n frames</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>at {rate:g} frames per second, the most this format plays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No pictures are in this format.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no preview.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the folder, now {folder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} already exists.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace it with this clip?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {name} ({size}) in {parent}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The export failed. Details are in the crash log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The crop as the model made it, or the crop or the whole photo with the photo&apos;s own pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model   {width} × {height} px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crop   {side} × {side} px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photo   {width} × {height} px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photo, its longer side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longer side of the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This format holds no pictures of another size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model draws, and at its own size only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The frame to start from  (Left, Right, Home, End)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Use this frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Drive the open photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The figure of the open photo moves as the one in this video does</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{name} has %n frames. The clip starts from one of them.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Help – KPVP Studio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The documents are not in {folder}. Install the program again to have them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The authors of the paper released TensorFlow checkpoints in two stages. Each may be a folder, the zip as downloaded, or an .index file. Nothing in them is executed, and they are not changed. Networks that only training needs come along where they are there, so that training can go on from this model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder, zip or .index file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zip or .index file...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checkpoints (*.zip *.index);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import the authors&apos; checkpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage 1, detector and translator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage 2, motion generator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names of the actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the paper&apos;s nine, unless you name others: wave, jump</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage &amp;1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage &amp;2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose where stage 1 and stage 2 are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the model a name of letters, digits, spaces, dots and dashes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a model called {name} already. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong. Details are in {record}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a command or key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words of the command, or its key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;No key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The command has no key then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key it came with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Use it here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the key away from the other command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset &amp;all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All keys as they came</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown} is for {use}. Press another key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown} belongs to {other}. Use it here, or press another key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Change keys...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Landmark error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far joints read off keypoints are from the true ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PSNR where it moves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Real clips redrawn from their own keypoints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… of the photo, unmoved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What doing nothing would score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mask on the figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overlap of the mask with the true figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Joint error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of a pose network, on redrawn real clips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actions recognised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By a classifier, in imagined clips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… in real clips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By the same classifier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best of ten futures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distance of the nearest of ten to what really followed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spread of futures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far futures of one photo are from each other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… of real clips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same for real clips of one action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held out from training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder that its file is in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not say what it learned from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in its card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measured now</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source> and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>its file is gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>moves the photo&apos;s own pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>draws all pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{image_size} px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rate:g} frames per second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>made {created}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>licence {licence}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{parts}
Actions: {actions}{more}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models that came with the program stay as they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add a model...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a model&apos;s file, or drop one here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make clips with this model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;name...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Evaluate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fine-&amp;tune...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train it further on other clips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>or drop its file here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close  (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (in use)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>came with the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it another name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete it; this can be undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop &amp;evaluating</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Measure it on %n held-out clips, or on a folder of clips</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Add a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models (*{suffix})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model} was deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clips to measure on, a folder for each action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model} is measured on clips of {name}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It could not be measured. {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keypoints (*.csv *.json);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import trajectories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture (*.png);;Page (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} could not be written: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another folder or name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fastest there is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NVIDIA GPU (CUDA)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apple GPU (MPS)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of menus and texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the networks run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open models folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model files put there are found at the next start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change &amp;keys...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language and device take effect at the next start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading what can be trained…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the model will be called in the list of models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What its pictures show, in a sentence (may stay empty)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Said in the model&apos;s card and beside the list of models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What its pictures show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Start training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start training in a process of its own; this window stays free  (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start f&amp;rom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings of {name} could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings of the run {name}, as it was started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As “{title}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For: {suits}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Path of a folder, or “{source}” to try it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the model a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at the clips…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking the settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The time could not be estimated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A drawn world: its clips are drawn before training begins, and kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a &amp;folder...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder of clips, or of one folder of clips for every class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawn &amp;world</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clips that are drawn as they are needed: no data of one&apos;s own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;haracters...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Path of a folder, or the name of a world</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of clips, or name of a world</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder of clips.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no clip in this folder that can be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rigged characters are taken from {characters}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder of rigged characters (.glb) for worlds that draw them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out: {first}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source> (and %n more)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Drop a folder of clips here

One folder for every class, or just clips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder of clips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder of rigged characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n clips, </source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n classes: {many}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>no classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shortest} to {longest}, mostly about {most:g}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{lengths} frames a clip · {rates}{sizes}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> and </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> and others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact sheet of the clips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step 1: detector and translator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step 3: motion generator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Networks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Augmentation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reports and checkpoints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{section}, expert settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, by default {default}{unit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All networks begin with random weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fine-tuning: the networks begin as this model&apos;s where their sizes agree. Discriminators and optimizers start afresh.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fine-tuning with everything: networks, averages, discriminators and optimizers go on where sizes agree; steps count from 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin with random weights, or fine-tune what was trained before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing: new networks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run: {title} ({state})</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>storyboard of %n</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>own z</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed {seed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>driven by {driver}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edited · {seed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clip is whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crop to the figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move crop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose z</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move between futures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reuse inputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New future</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Star</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove star</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There was not enough memory for this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close other programs, or choose a smaller model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keypoint {k}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bend motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reverse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no clip to take trajectories over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{name} has %n keypoints, this model {count}.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a file that was exported with the same model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drive by video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no photo yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop one, paste one, or choose a sample.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model is installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put a model file into the models folder and start the studio again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The seed is locked, and its future is here already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock the seed for another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong inside the studio; your work is intact.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details are in {log_path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename future</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete future</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Delete %n futures</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>There is no clip whose photo the video could drive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a photo first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rotate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Even</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ease in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ease out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ease both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed over the clip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left and right choose a handle, up and down change the speed there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faster above the middle line, slower below; the length stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Change speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bend the motion: drag keypoints, or their curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many frames before and after follow a bend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neighbours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far around keypoints that move alike follow a bend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of the selection, or of all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin: the selection stays put</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Hide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;olo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the selection alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show &amp;all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all keypoints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the keypoint, or the group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;mooth motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smooth the motion {whole}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Speed...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the speed {whole}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reverse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reverse the motion {whole}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>M&amp;irror</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mirror the motion: what the right did, the left does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ho&amp;ld</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold the pose at the playhead for as many frames as the reach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loo&amp;p</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loop: the last frames, as many as the reach, lead back to the first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset &amp;to original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset the selection, or all, to the original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import tra&amp;jectories...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trajectories from a .csv or .json, as File &gt; Export clip writes them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many frames trails go back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length of trails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the keypoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keypoint {keypoint} is</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>These %n keypoints are</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Name the selection...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget a group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clip at rank {rank} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clips in order, the best at the left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It could not be started: {errorString}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evaluate models – KPVP Studio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worlds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> clips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held-out clips of each world; 90 are ten of each action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new folder, or one of a report to go on with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For FVD: a TorchScript file of I3D, if you have one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I3D file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A report is being made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Rank its clips blind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is measured is kept; the same settings go on with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the browser; it is one file that you can give away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browse...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: browse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. What was measured is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report is {page}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick the models to compare and a world that they know, and choose a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two models or more are compared, and get a user study of the same clips.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TorchScript (*.pt);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>95 % of the mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rankings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preferred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean ranks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the ranking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Page for raters...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One HTML file for raters who have only a browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add rankings...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take in the files that the page gave to raters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save table...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every rank as a line of a CSV file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean ranks, 1 is best</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n trials</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n raters</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rankings</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>. Nobody has ranked anything yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>  Left out: {files}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{low:.2f} to {high:.2f}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag a clip, or Tab to it and press ← →.  Space pauses, Enter goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} – KPVP Studio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You will see a photo and clips that were made from it, in no particular order. Put them in order, the best at the left. Every ranking is kept at once; you can stop at any time and go on later under the same name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name or initials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name or initials, if you like</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Begin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean ranks and preferences so far; a rater should not look before ranking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trials ranked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>worst</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This order is &amp;right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thank you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every ranking is kept. Another rater can begin, or you again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Another rater</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{position} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save every rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page for raters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page (*.html)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rankings that raters sent back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rankings (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Studies ({file})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back and forth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small GIF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fine GIF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MP4, enlarged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MP4 in the whole photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MP4 beside the photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MP4 with its parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The paper&apos;s figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no finished clip to export.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No future has a star.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Star the ones to export first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Futures are being exported already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait for them, or stop that first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no finished clip to copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copying…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is drawn at the model&apos;s size only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synthesized, mask and keypoints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ordered dither</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diffused dither</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No dither</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fo&amp;rmat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Si&amp;ze</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>En&amp;large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Beside it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frames per &amp;second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Playback</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overlays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often the picture is enlarged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What stands beside every frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clip was made for {own:g} frames per second: more is faster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the file plays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours of the file&apos;s palette: fewer make it smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How colours are mixed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw over the frames: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings by a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep these settings as a preset...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete this preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep or delete a preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep as a preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag over a part to keep that part alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its frames are made again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export futures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export future</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clips and how far they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of all exports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export all</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Export %n futures</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Export one future</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{written} of %n written</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source> · {in_words} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {number} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {number} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {hours:.1f} h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put two to four futures of this model side by side first: “Compare” in a tile&apos;s menu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Between futures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrow keys move between the pinned futures; Shift makes the steps small.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compared clips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Real</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two to four clips stand here side by side.
Choose “Compare” from the menu of a tile for each of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take this clip out of the comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every clip beside the others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All in one picture: drag the line between them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What differs from the first, three times enlarged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag a point between the futures, and see what lies there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Between</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What followed the photo in its video, with PSNR, SSIM and keypoint error of each frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Real clip</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n actions, {columns} seeds each</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>One action, 16 seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More like the first one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words of a future: its action, seed, photo or model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words of its action, seed, photo or model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starred only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List starred futures alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of the futures, and the files they are dragged out as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of the futures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag and copy as {upper}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grid of futures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrow keys choose a future, Enter keeps it, M shows more like it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a photo: sixteen of its futures play here at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{future}: click to keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More like this  (M)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four actions in rows, four seeds of each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chosen action by sixteen seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same with other seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order: nearest and farthest are those to the clip on the canvas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One &amp;clip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clip on the canvas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Grid of futures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Many futures at a glance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Com&amp;pare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clips side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actions one after another, as one clip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Story&amp;board</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keypoint error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores against the real clip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each frame against the real clip&apos;s; keypoint error in percent of the picture&apos;s side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take this action out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action {position} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One more, going on from the last pose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fade </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frames of fade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frames in which one action becomes the next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Make clip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All actions as one clip, among the futures; export it as any other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each action goes on from the last pose of the one before it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 action</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n actions</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{actions} · %n frames · {seconds:.2f} s</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Pictures and videos (*.png *.jpg *.jpeg *.webp *.avif *.heic *.heif *.gif *.apng *.bmp *.tif *.tiff *.jp2 *.qoi *.mp4 *.webm *.mov *.avi *.mkv *.m4v);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model, device and how long the last clip took</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the clip being made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Futures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filmstrip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trajectories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{clip_seconds:.2f} s/clip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting the engine…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin with a photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop one on the window, paste it, or click a sample. The square is what the model looks at: drag it to somebody else, or its corners.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What shall happen after the photo? A click makes the clip at once. The button beside the heading mixes several actions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See other futures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generate{generate} draws a new seed; drag in the pad to vary this future. All are kept on the right. The grid{grid} shows sixteen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bend the motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Under a clip, Edit{edit} shows its keypoints. Drag one: the frame follows your hand, and a new version lies beside the original. Help{help} has more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous, next keypoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move, turn, scale keypoints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>M&amp;otion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open photo...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export clip...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export s&amp;tarred...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All futures with a star</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy c&amp;lip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As a file that other programs take</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Paste photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Star this future</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete this future</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se&amp;ttings...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Generate another future</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cards and scores; rename, delete, add, evaluate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A&amp;ll models...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The paper&apos;s TensorFlow weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Import the authors&apos; checkpoint...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Train a model...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Fine-tune this model...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Runs...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The runs there are, and how they go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eval&amp;uate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores, figures and playing clips of models beside each other, as one page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Evaluate models...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rank clips of several systems without knowing whose they are, and see what raters said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Rank clips blind...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The documents, to read here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Tour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window in four cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find a command...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keys...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which there are, and to change them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About KPVP Studio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the menu {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Projects (*{suffix});;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;project...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P&amp;hotos of this project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save project &amp;as...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept: {caption}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The studio ended unexpectedly. This was kept: {caption}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the project as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your latest work cannot be kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit without it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is open in another window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The work that was kept is no longer there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another window may have opened it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n futures</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{name} (read-only)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is open already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is open in another window, so it is read-only here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you make here is kept; save it as another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n parts of this project are damaged and were left out.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>A backup beside the file may have them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A project is being opened or saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{days:.1f} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, roughly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About {duration}{measured}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{megabytes} of memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{megabytes} on disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{stage}: %n steps, {duration}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Log scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curves appear here with the first steps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;moothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean of {width} neighbouring values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No smoothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pseudo labels are the keypoints found in every frame: nothing is learned in this step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curves appear here when the motion generator learns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at the files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at the clips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawing clips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading clips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finding keypoints in every frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training process ended before it could say why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See its log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The end of the run&apos;s log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save and wait; Resume goes on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on from the last checkpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Finish step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End this step now: its best goes on to the next one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save and end the process; Resume goes on from here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Use it now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Duplicate with changes...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Fine-tune...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stop without saving...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De&amp;lete...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No run yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train &gt; Train a model... starts one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run&apos;s files are damaged. Look into its folder, or delete it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step {done:,} of {steps:,}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{images_per_s:.1f} images/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{steps_per_s:.2f} steps/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{data_share:.0%} of it waiting for data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {duration} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was learned since the last checkpoint is lost. The run stays in the list and can be resumed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stop without saving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop without saving?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its checkpoints, curves and previews go to the trash. A model in the list of models stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete {name}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Through the history of previews</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Through the history of previews  (Left, Right; End follows the newest)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enlarge to crisp pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enlarge smoothly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} · step {step:,} · {position} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wheel: zoom. Drag: move. Double click: all of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previews appear here as the run makes them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a step to see its curves  (Left, Right)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step {number}, {title}: {fraction:.0%}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} did not end when asked to: its process and all it started were killed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume goes on from its last checkpoint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run was asked to end, but its process is not on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End it where it was started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run is being trained.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run could not be moved to the trash.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the folder {path} yourself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training runs – KPVP Studio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick a run to lay its curves over the chosen one&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train a &amp;model...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train another model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ticked runs are compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Detector and translator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pseudo labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Motion generator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generator and discriminator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (paused)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One run training: {share}{paused}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n runs training{paused}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Watch it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} is trained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>: use it now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the new model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choosing an action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>going through the keypoints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>moving keypoints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>turning and scaling keypoints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>moving around</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>baseball pitch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>baseball swing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clean and jerk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>eat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gallop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>golf swing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>idle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>jump</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>jumping jacks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kick</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pull ups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>squats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tennis forehand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tennis serve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>walk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One whole person, photographed or drawn, in one of nine sports and gym actions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Animals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One drawn four-legged animal or dinosaur, whole, walking, galloping, eating, jumping, kicking or idle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keypoints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>synthesized</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>skeleton</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>onion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prediction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>most motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>least motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nearest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>farthest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>animals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>current</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x over time, left to right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>y over time, top to bottom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both x and y over time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trajectories of the keypoints appear with the first clip.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trajectories of the keypoints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag to scrub · wheel to zoom · click a curve to select its keypoint, Ctrl adds, then drag it to bend it · double click shows all</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source> &amp;nbsp; %n keypoints selected</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Share of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Percent of “{name}” in the action; the others make room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mix actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mix actions with sliders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a clip of “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keypoints of the frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the keypoints came from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Background mask: tinted where the photo is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The synthesized foreground instead of the frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The predicted frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines between keypoints that move together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Onion skin: the figure a few frames before and after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;rop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photo and crop beside the clip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Whole photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole photo moves, not the crop alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fi&amp;t</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit into the view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Actual size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>100 %: one screen pixel per pixel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Zoom in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;mooth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smooth enlargement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;ull size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The photo&apos;s own pixels, where the model moves them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>looking for figures…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unfamiliar</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n figures: click one</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>familiar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>familiarity unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clip: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is switched off.
Frame (5) shows the clip again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The predicted clip. Click keypoints to select them; [ and ] go through them. Drag one, or press Alt with an arrow key, to bend its way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clip at eight times; the arrow keys go from one to the next.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a column to go to its frame  (Left, Right)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy as picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save figure...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows, copy, save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filmstrip menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every clip generated so far; the arrow keys choose one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Co&amp;mpare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;More like this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reuse these inputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove &amp;star</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Star</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Remove &amp;star from %n</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Star %n futures</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Co&amp;mpare %n futures</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move &amp;between %n futures</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Export %n futures...</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Delete %n futures</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Rename the future</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name; empty for none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No future is found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every clip you generate
is kept here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, starred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starred first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most motion first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most like the shown one first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The seed of this picture: type another, 0 to {last} or more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Lock seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Generate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another future: a new seed, unless it is locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop what is being made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} ({name}): {domain}  (Alt+M opens the Model menu)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photo with crop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrow keys move the crop, plus and minus resize it, Page Up and Page Down go through the figures found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag the square, or pull its corners. Arrow keys move it, + and - resize it.
Where several figures are found, click one&apos;s frame, or press Page Up or Page Down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a photo, paste, or try a sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It becomes a 32-frame clip of the action you choose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open a photo...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a picture or video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the sample “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Loop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bac&amp;k and forth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play &amp;once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;First frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P&amp;revious frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L&amp;ast frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fi&amp;ve frames back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;ive frames on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play backwar&amp;ds, faster each time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pa&amp;use here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play for&amp;wards, faster each time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Range &amp;begins here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Range &amp;ends here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play the w&amp;hole clip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Playhead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click or drag to go to a frame  (Left, Right, Home, End)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Playback speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frame / frames · seconds after the photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model {title} cannot say whether it knows photos like this one: it was never calibrated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crop around the figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figure {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crop around the figure that was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model finds something familiar in the photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The paper&apos;s own weights learned from real photographs, but cannot say what they know</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try a sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See “{name}” done well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train on my own clips…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teach a model what your photos show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>z pad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrow keys vary the future; Shift makes the steps small.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag to vary the future. Middle: the mean one; right: this seed; up: the next seed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss  (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss this message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a link was dropped, and the studio does not fetch from the web.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the picture itself, or save it and drop the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no picture in what was pasted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy a picture or a picture file first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide “{title}”, and show it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Skip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
